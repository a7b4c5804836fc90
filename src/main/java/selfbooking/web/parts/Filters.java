package selfbooking.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Practitioner;
import selfbooking.booking.times.Query;
import selfbooking.booking.times.ResolvedQuery;

/** The links that narrow a list. A choice keeps everything else, but starts at the first dates again. */
public final class Filters {

    private final ResolvedQuery asked;
    private final Query query;
    private final String page;

    public Filters(ResolvedQuery asked, String page) {
        this.asked = asked;
        this.query = asked.query().type(asked.type().id()).from(null);
        this.page = page;
    }

    public List<Choice> types() {
        return asked.catalogue().types().stream()
                .map(type -> new Choice(
                        at(query.type(type.id())), type.name(), type.minutes() + " min", type.equals(asked.type())))
                .toList();
    }

    public List<Filter> homeRows() {
        return rows(new Filter("Location", locations()));
    }

    public List<Filter> timesRows() {
        List<Filter> rows = new ArrayList<>();
        if (asked.catalogue().types().size() > 1) {
            rows.add(new Filter("Appointment type", types()));
        }
        rows.addAll(rows(
                new Filter("Practitioner", practitioners()),
                new Filter("Location", locations()),
                new Filter("Part of day", parts())));
        return rows;
    }

    private List<Choice> practitioners() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                at(query.practitioners(List.of())),
                "Anyone",
                null,
                asked.practitioners().isEmpty()));
        for (Practitioner who : asked.catalogue().practitioners()) {
            String href = at(query.practitioners(List.of(who.id())));
            choices.add(new Choice(href, who.name(), null, asked.practitioners().contains(who)));
        }
        return choices;
    }

    private List<Choice> locations() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(at(query.location(null)), "Anywhere", null, asked.location() == null));
        for (Location where : asked.catalogue().locations()) {
            choices.add(new Choice(at(query.location(where.id())), where.name(), null, where.equals(asked.location())));
        }
        return choices;
    }

    private List<Choice> parts() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(at(query.part(null)), "Any time", null, query.part() == null));
        for (DayPart part : DayPart.values()) {
            choices.add(new Choice(at(query.part(part)), name(part), null, part == query.part()));
        }
        return choices;
    }

    private String at(Query query) {
        return QueryAddress.write(page, query);
    }

    public static String name(DayPart part) {
        return switch (part) {
            case MORNING -> "Morning";
            case AFTERNOON -> "Afternoon";
            case EVENING -> "Evening";
        };
    }

    /** Between "anywhere" and the only place there is nothing to choose. */
    private static List<Filter> rows(Filter... all) {
        return Stream.of(all).filter(row -> row.choices().size() > 2).toList();
    }
}
