package selfbooking.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.AppointmentType;
import selfbooking.booking.diary.Catalogue;
import selfbooking.booking.diary.DayPart;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Practitioner;

/** The links that narrow a list. A choice keeps everything else, but starts at the first dates again. */
public final class Filters {

    private final Catalogue catalogue;
    private final Query search;
    private final String page;

    public Filters(Catalogue catalogue, Query search, String page) {
        this.catalogue = catalogue;
        this.search = search.from(null);
        this.page = page;
    }

    public List<Choice> types(AppointmentType current) {
        return catalogue.types().stream()
                .map(type -> new Choice(
                        search.type(type.id()).at(page), type.name(), type.minutes() + " min", type.equals(current)))
                .toList();
    }

    public List<Filter> homeRows(@Nullable Location location) {
        return rows(new Filter("Location", locations(location)));
    }

    public List<Filter> timesRows(
            AppointmentType type, List<Practitioner> asked, @Nullable Location location, @Nullable DayPart part) {
        List<Filter> rows = new ArrayList<>();
        if (catalogue.types().size() > 1) {
            rows.add(new Filter("Appointment type", types(type)));
        }
        rows.addAll(rows(
                new Filter("Practitioner", practitioners(asked)),
                new Filter("Location", locations(location)),
                new Filter("Part of day", parts(part))));
        return rows;
    }

    private List<Choice> practitioners(List<Practitioner> asked) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(search.practitioners(List.of()).at(page), "Anyone", null, asked.isEmpty()));
        for (Practitioner who : catalogue.practitioners()) {
            String href = search.practitioners(List.of(who.id())).at(page);
            choices.add(new Choice(href, who.name(), null, asked.contains(who)));
        }
        return choices;
    }

    private List<Choice> locations(@Nullable Location current) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(search.location(null).at(page), "Anywhere", null, current == null));
        for (Location where : catalogue.locations()) {
            choices.add(new Choice(search.location(where.id()).at(page), where.name(), null, where.equals(current)));
        }
        return choices;
    }

    private List<Choice> parts(@Nullable DayPart current) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(search.part(null).at(page), "Any time", null, current == null));
        for (DayPart part : DayPart.values()) {
            choices.add(new Choice(search.part(part).at(page), name(part), null, part == current));
        }
        return choices;
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
