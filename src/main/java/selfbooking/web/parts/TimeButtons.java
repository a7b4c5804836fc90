package selfbooking.web.parts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.SlotCode;

/** Turns offers into the buttons of one page. */
public final class TimeButtons {

    /** What is written under a time, where the page around it does not say so already. */
    public enum Note {
        DAY,
        WHO,
        PLACE,
        ZONE
    }

    private final SlotCode code;
    private final Instant now;
    private final boolean open;
    private final @Nullable Slot mine;

    /**
     * Made for one page.
     *
     * @param open false when nothing may be started: times are then text
     * @param mine the slot that the viewer's own draft holds
     */
    public TimeButtons(SlotCode code, Instant now, boolean open, @Nullable Slot mine) {
        this.code = code;
        this.now = now;
        this.open = open;
        this.mine = mine;
    }

    public List<TimeButton> buttons(List<Offer> offers, Set<Note> notes) {
        return offers.stream().map(offer -> button(offer, notes)).toList();
    }

    public TimeButton button(Offer offer, Set<Note> notes) {
        String label = AustralianTime.time(offer.startsAt());
        String note = String.join(
                ", ", notes.stream().sorted().map(n -> note(offer, n)).toList());
        return new TimeButton(
                open ? code.write(offer.slot()) : null,
                label,
                label + ", " + spokenDay(offer, notes) + ", with " + spokenWith(offer, notes),
                AustralianTime.machine(offer.startsAt()),
                note.isEmpty() ? null : note,
                offer.slot().equals(mine));
    }

    /** Who, where and by whose clock, if the offers differ in it. */
    public static Set<Note> differing(List<Offer> offers) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        if (offers.stream().map(offer -> offer.practitioner().id()).distinct().count() > 1) {
            notes.add(Note.WHO);
        }
        if (offers.stream().map(offer -> offer.location().id()).distinct().count() > 1) {
            notes.add(Note.PLACE);
        }
        if (offers.stream().map(offer -> offer.location().zone()).distinct().count() > 1) {
            notes.add(Note.ZONE);
        }
        return notes;
    }

    public LocalDate today(Offer offer) {
        return now.atZone(offer.location().zone()).toLocalDate();
    }

    private String note(Offer offer, Note note) {
        return switch (note) {
            case DAY -> AustralianTime.shortDayFrom(today(offer), offer.day());
            case WHO -> offer.practitioner().name();
            case PLACE -> offer.location().name();
            case ZONE -> AustralianTime.city(offer.location().zone());
        };
    }

    private String spokenDay(Offer offer, Set<Note> notes) {
        String day = AustralianTime.day(offer.day());
        String note = note(offer, Note.DAY);
        return notes.contains(Note.DAY) && !day.startsWith(note) ? note + ", " + day : day;
    }

    private String spokenWith(Offer offer, Set<Note> notes) {
        Stream<String> where =
                Stream.of(Note.PLACE, Note.ZONE).filter(notes::contains).map(part -> ", " + note(offer, part));
        return offer.practitioner().name() + where.collect(Collectors.joining());
    }
}
