package selfbooking.web.draft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.times.Alternatives;
import selfbooking.web.parts.AustralianTime;
import selfbooking.web.parts.PageAddresses;
import selfbooking.web.parts.TimeButtons;
import selfbooking.web.parts.TimeButtons.Note;
import selfbooking.web.server.Request;

/** Says that a time is lost, and what there is instead. */
public final class LostPresenter {

    private static final Alternatives NONE = new Alternatives(null, List.of(), List.of());

    private final PageAddresses addresses;
    private final TimeButtons offers;

    public LostPresenter(Request visit) {
        this.addresses = visit.addresses();
        this.offers = new TimeButtons(visit.desk().slotCode(), visit.now(), true, null);
    }

    /** At the tap: nothing has been typed yet. */
    LostView atStart(Alternatives instead) {
        String story = time(instead.lost()) + " is no longer free. Nothing is booked.";
        return new LostView(story, false, List.of(), groups(instead), addresses.bookings(), addresses.times());
    }

    /** The draft stays with the details that were kept before. */
    LostView ofDraft(String key, Alternatives instead) {
        return ofDraft(key, instead, List.of());
    }

    /** As that, with a form that came along half filled: only this page has it. */
    LostView ofDraft(String key, Alternatives instead, List<LostView.Typed> typed) {
        String kept = typed.isEmpty() ? ", and your details are kept." : ".";
        String story = time(instead.lost()) + " is no longer free. Nothing is booked" + kept;
        return new LostView(story, true, typed, groups(instead), addresses.swap(key), addresses.times(key));
    }

    /** The form did not carry a time that we offered. */
    LostView unreadable(@Nullable String key) {
        String story = "We could not tell which time you chose. Nothing is booked. Choose a time again.";
        return key == null
                ? new LostView(story, false, List.of(), List.of(), addresses.bookings(), addresses.times())
                : new LostView(story, true, List.of(), List.of(), addresses.swap(key), addresses.times(key));
    }

    /** The diary gave it to someone else after the booking was sent. */
    public LostView taken(String key, Offer lost, Alternatives instead) {
        String story = "Someone else took " + time(lost) + ". Nothing is booked, and your details are kept.";
        return new LostView(story, true, List.of(), groups(instead), addresses.swap(key), addresses.times(key));
    }

    public static Alternatives none() {
        return NONE;
    }

    private List<LostView.Group> groups(Alternatives instead) {
        List<LostView.Group> groups = new ArrayList<>();
        List<Offer> same = instead.samePractitioner();
        if (!same.isEmpty()) {
            String heading = "Nearest times with " + same.get(0).practitioner().name();
            groups.add(new LostView.Group(heading, offers.buttons(same, notes(same, Note.DAY))));
        }
        List<Offer> others = instead.sameTime();
        if (!others.isEmpty()) {
            List<Offer> all = Stream.concat(
                            others.stream(), Stream.concat(same.stream(), Stream.ofNullable(instead.lost())))
                    .toList();
            Set<Note> notes = notes(all, Note.DAY);
            notes.add(Note.WHO);
            groups.add(new LostView.Group(sameTime(instead) + " with someone else", offers.buttons(others, notes)));
        }
        return groups;
    }

    private static String sameTime(Alternatives instead) {
        Offer lost = instead.lost();
        boolean exactly = lost != null
                && instead.sameTime().stream()
                        .allMatch(
                                offer -> offer.slot().start().equals(lost.slot().start()));
        return exactly ? "The same time" : "About the same time";
    }

    private static Set<Note> notes(List<Offer> listed, Note always) {
        Set<Note> notes = EnumSet.of(always);
        notes.addAll(TimeButtons.differing(listed));
        return notes;
    }

    private static String time(@Nullable Offer lost) {
        return lost == null
                ? "That time"
                : AustralianTime.timeInWords(lost.startsAt()) + " on " + AustralianTime.day(lost.startsAt());
    }
}
