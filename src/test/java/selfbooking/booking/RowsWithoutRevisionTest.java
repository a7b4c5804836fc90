package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Wait;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.draft.SubmitResult;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.store.Store;

/** A database from before bookings had a revision: its drafts and bookings go on, and nothing is lost or done twice. */
class RowsWithoutRevisionTest extends AtTheDesk {

    private Instant written;
    private Store store;
    private Desk today;

    @BeforeEach
    void openRows(@TempDir Path folder) throws IOException {
        var offers = apart();
        desk.desk.close();
        var sue = created("Sue");
        var una = created("Una");
        assertThat(desk.receptionTakes(offers.get(4), una)).isEqualTo(200);
        written = desk.clock.instant();
        store = RowsWithoutRevision.open(folder, offers, List.of(sue, una), written);
        today = Desk.open(Desks.setup(
                OpenDesk.CLINIC,
                desk.port,
                store,
                OpenDesk.SECRET,
                new SecureRandom(),
                desk.room,
                desk.clock,
                SubmitTimings.USUAL,
                FaultPoints.NONE));
    }

    @AfterEach
    void closeRows() {
        today.close();
        store.close();
    }

    @Test
    void draft_goes_on_with_its_time_and_answers_and_is_sent() {
        var draft = find(RowsWithoutRevision.DRAFT);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.hold()).isNotNull();
        assertThat(given(draft)).isEqualTo("Drew");

        assertThat(today.bookings().submit(RowsWithoutRevision.DRAFT, draft.revision()))
                .isEqualTo(SubmitResult.SENT);

        Wait.until("booked", () -> find(RowsWithoutRevision.DRAFT).state() == State.BOOKED);
        var reference = Objects.requireNonNull(find(RowsWithoutRevision.DRAFT).reference());
        assertThat(desk.console.appointmentsNoting(reference)).hasSize(1);
    }

    @Test
    void pending_bookings_go_on_and_what_is_in_the_diary_is_not_sent_again() {
        Wait.until("sent", () -> find(RowsWithoutRevision.SUBMITTING).state() == State.BOOKED);
        desk.clock.forward(Duration.ofMinutes(2));
        Wait.until("found", () -> find(RowsWithoutRevision.UNKNOWN).state() == State.BOOKED);
        Wait.until(
                "sent once more",
                () -> find(RowsWithoutRevision.LEFT_FOR_THE_DIARY).state() == State.BOOKED);

        assertThat(desk.posts("appointment")).isEqualTo(2);
        assertThat(desk.posts("client")).as("two were there, one is new").isEqualTo(3);
        for (var key : List.of(RowsWithoutRevision.SUBMITTING, RowsWithoutRevision.LEFT_FOR_THE_DIARY)) {
            assertThat(desk.console.appointmentsNoting(
                            Objects.requireNonNull(find(key).reference())))
                    .hasSize(1);
        }
    }

    @Test
    void booked_one_stays_as_it_is_and_nothing_is_lost() {
        var booked = find(RowsWithoutRevision.BOOKED);

        assertThat(booked.state()).isEqualTo(State.BOOKED);
        assertThat(booked.reference()).isEqualTo("FJNMXD");
        assertThat(given(booked)).isEqualTo("Bo");
        assertThat(number("select count(*) from booking")).isEqualTo(5);
        assertThat(number("select count(*) from booking where revision = 1")).isEqualTo(5);
        assertThat(number("select count(*) from audit where happened_at <= " + written.toEpochMilli()))
                .isEqualTo(11);
    }

    private Booking find(String key) {
        return today.bookings().find(key).orElseThrow();
    }

    private static String given(Booking booking) {
        return Objects.requireNonNull(booking.answers()).givenName();
    }

    private long number(String sql) {
        return store.jdbi().withHandle(db -> db.select(sql).mapTo(long.class).one());
    }

    /** A free time for each booking, none of which touches another. */
    private List<Offer> apart() {
        var free = desk.freeTimes();
        return List.of(free.get(0), free.get(4), free.get(8), free.get(12), free.get(16));
    }

    private String created(String given) {
        return desk.api
                .in(Lane.SUBMIT)
                .createClient(new NewClient(given, "Quarrington", LocalDate.of(1987, 3, 27), "0491570006", null, ""));
    }
}
