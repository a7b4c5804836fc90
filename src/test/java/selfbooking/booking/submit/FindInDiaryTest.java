package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.draft.BookingRow;
import selfbooking.booking.submit.FindInDiary.Seen;
import selfbooking.coreplus.api.Api;
import selfbooking.coreplus.api.Cancelling;

/** What the diary's day says about a booking that was sent without a clear answer. */
class FindInDiaryTest extends AtTheDesk {

    private static final String REFERENCE = "7ZX4QK";

    private Api api;
    private Offer offer;
    private String client;

    @BeforeEach
    void prepare() {
        api = desk.api.in(Lane.SUBMIT);
        offer = desk.freeTime();
        client = created("Zoë");
    }

    @Test
    void empty_time_is_nothing() {
        assertThat(look()).isEqualTo(new Seen.Nothing());
    }

    @Test
    void their_appointment_with_our_reference_is_theirs_and_named() {
        var booked = book(offer.slot(), client, "Booked online, reference " + REFERENCE);

        assertThat(look()).isEqualTo(new Seen.Theirs(booked, true));
    }

    @Test
    void their_appointment_without_our_reference_is_theirs_all_the_same() {
        var booked = book(offer.slot(), client, "by the phone");

        assertThat(look()).isEqualTo(new Seen.Theirs(booked, false));
    }

    @Test
    void their_appointment_without_notes_is_theirs_all_the_same() {
        var booked = book(offer.slot(), client, "");

        assertThat(look()).isEqualTo(new Seen.Theirs(booked, false));
    }

    @Test
    void ids_in_other_letters_are_the_same() {
        var booked = book(offer.slot(), client, REFERENCE);

        var slot = offer.slot();
        var loud = new Slot(
                slot.practitionerId().toUpperCase(Locale.ROOT),
                slot.locationId(),
                slot.typeId(),
                slot.start(),
                slot.end());
        var row = row(
                new Offer(loud, offer.practitioner(), offer.location(), offer.type()), client.toUpperCase(Locale.ROOT));

        assertThat(looking().look(row)).isEqualTo(new Seen.Theirs(booked, true));
    }

    @Test
    void time_of_somebody_else_is_others() {
        book(offer.slot(), created("Ida"), "Booked online, reference 000000");

        assertThat(look()).isEqualTo(new Seen.Others());
    }

    @Test
    void cancelled_appointment_is_nothing() {
        desk.console.switches("{\"cancelledListed\":true}");
        Cancelling.cancel(api, book(offer.slot(), client, REFERENCE));

        assertThat(look()).isEqualTo(new Seen.Nothing());
    }

    @Test
    void their_other_appointment_that_overlaps_is_in_the_way() {
        var slot = offer.slot();
        var middle =
                slot.start().plus(Duration.between(slot.start(), slot.end()).dividedBy(2));
        book(new Slot(slot.practitionerId(), slot.locationId(), slot.typeId(), middle, slot.end()), client, REFERENCE);

        assertThat(look()).isEqualTo(new Seen.Others());
    }

    @Test
    void neighbouring_time_is_in_nobodys_way() {
        var pair = pair((mine, next) -> isWith(mine, next) && next.start().equals(mine.end()));
        offer = pair.get(0);
        book(pair.get(1).slot(), client, REFERENCE);

        assertThat(look()).isEqualTo(new Seen.Nothing());
    }

    @Test
    void same_time_with_another_practitioner_is_in_nobodys_way() {
        var pair = pair((mine, other) -> !isWith(mine, other) && other.overlaps(mine.start(), mine.end()));
        offer = pair.get(0);
        book(pair.get(1).slot(), client, REFERENCE);

        assertThat(look()).isEqualTo(new Seen.Nothing());
    }

    private static boolean isWith(Slot one, Slot other) {
        return one.practitionerId().equals(other.practitionerId());
    }

    /** The first two free times that are so to one another. */
    private List<Offer> pair(BiPredicate<Slot, Slot> wanted) {
        var free = desk.freeTimes();
        return free.stream()
                .flatMap(one -> free.stream()
                        .filter(other -> wanted.test(one.slot(), other.slot()))
                        .map(other -> List.of(one, other)))
                .findFirst()
                .orElseThrow();
    }

    private Seen look() {
        return looking().look(row(offer, client));
    }

    private FindInDiary looking() {
        return new FindInDiary(new SubmitCalls(desk.port, FaultPoints.NONE));
    }

    private BookingRow row(Offer at, String clientId) {
        var now = desk.clock.instant();
        return new BookingRow("a", State.UNKNOWN, 1, 1, at, null, 0, REFERENCE, now, clientId, null, 1, now, null);
    }

    private String created(String firstName) {
        var patient = People.ZOE;
        return api.createClient(new NewClient(firstName, patient.familyName(), patient.birthDate(), null, null, ""));
    }

    private String book(Slot slot, String clientId, String notes) {
        var zone = offer.location().zone();
        return api.book(new NewAppointment(
                        slot.start().atZone(zone).toOffsetDateTime(),
                        slot.end().atZone(zone).toOffsetDateTime(),
                        slot.practitionerId(),
                        slot.locationId(),
                        slot.typeId(),
                        clientId,
                        notes))
                .appointmentId();
    }
}
