package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Bookings;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.State;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.privacy.SealedAnswersTest;

/** One network address holds three times at once at this clinic, and no more. */
class HoldsPerAddressTest extends AtTheDesk {

    private static final InetAddress ONE = address("203.0.113.7");
    private static final InetAddress OTHER = address("203.0.113.8");

    @Test
    void address_with_all_its_holds_gets_another_when_the_first_of_them_ends() {
        var firstEnds = until(held(ONE));
        desk.clock.forward(Duration.ofMinutes(3));
        held(ONE);
        held(ONE);

        assertThat(start(ONE)).isEqualTo(new TapResult.TooMany(firstEnds));
        held(OTHER);
        desk.clock.forward(Duration.ofMinutes(5));
        held(ONE);
        assertThat(start(ONE)).isInstanceOf(TapResult.TooMany.class);
    }

    @Test
    void time_that_was_refused_is_free_for_others_and_leaves_no_draft() {
        fill(ONE);
        var offer = desk.freeTime();

        assertThat(desk.bookings().start(offer.slot(), ONE)).isInstanceOf(TapResult.TooMany.class);

        assertThat(count("select count(*) from booking")).isEqualTo(3);
        assertThat(desk.bookings().start(offer.slot(), OTHER)).isInstanceOf(TapResult.Held.class);
    }

    @Test
    void hold_that_was_given_up_or_sent_makes_room() {
        var first = fill(ONE).get(0);
        desk.bookings().release(first);
        var sent = held(ONE);
        assertThat(start(ONE)).isInstanceOf(TapResult.TooMany.class);

        desk.bookings().answer(sent, SealedAnswersTest.ALL);
        assertThat(desk.send(sent).state()).isEqualTo(State.BOOKED);

        held(ONE);
        assertThat(start(ONE)).isInstanceOf(TapResult.TooMany.class);
    }

    @Test
    void own_drafts_swap_and_extend_at_the_limit_and_go_on_counting_once() {
        var keys = fill(ONE);
        for (var key : keys) {
            assertThat(desk.bookings().swap(key, desk.freeTime().slot())).containsInstanceOf(TapResult.Held.class);
            assertThat(desk.bookings().extend(key)).containsInstanceOf(TapResult.Held.class);
        }
        assertThat(start(ONE)).isInstanceOf(TapResult.TooMany.class);

        desk.bookings().release(keys.get(0));

        held(ONE);
        assertThat(start(ONE)).isInstanceOf(TapResult.TooMany.class);
    }

    @Test
    void ended_hold_is_taken_again_at_the_limit() {
        var key = fill(ONE).get(0);
        desk.clock.forward(Duration.ofMinutes(9));
        fill(ONE);

        assertThat(desk.bookings().extend(key)).isPresent();
        assertThat(desk.bookings().swap(key, desk.freeTime().slot())).containsInstanceOf(TapResult.Held.class);
        assertThat(desk.find(key).hold()).isNotNull();
    }

    @Test
    void proxies_and_tests_are_not_counted() {
        for (var near :
                List.of("127.0.0.1", "::1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.1.1", "fd12::1")) {
            fill(address(near));
            assertThat(start(address(near))).as(near).isInstanceOf(TapResult.Held.class);
        }
    }

    @Test
    void neighbours_of_those_are_counted() {
        var limit = new HoldsPerAddress(new HoldTable(desk.store, "clinic"), OpenDesk.SECRET, "clinic", 3);

        assertThat(List.of("172.32.0.1", "192.169.0.1", "11.0.0.1", "100.64.0.1", "fe00::1", "2001:db8::1"))
                .allMatch(far -> limit.origin(address(far)).address() != null);
    }

    @Test
    void household_with_ipv6_is_one_address_however_many_it_uses() {
        held(address("2001:db8:1:2::1"));
        held(address("2001:db8:1:2:ffff::2"));
        held(address("2001:db8:1:2:a:b:c:d"));

        assertThat(start(address("2001:db8:1:2::3"))).isInstanceOf(TapResult.TooMany.class);
        held(address("2001:db8:1:3::1"));
    }

    @Test
    @BothStores
    void only_a_digest_of_the_address_is_kept_and_only_until_the_draft_is_over() {
        fill(ONE);
        assertThat(marks()).hasSize(3).containsOnly(marks().get(0)).allMatch(mark -> mark.matches("[0-9a-f]{64}"));
        assertThat(marks().get(0)).doesNotContain("cb007107");

        desk.clock.forward(Bookings.HOLD.plus(Bookings.ANSWERS_STAY));

        Wait.until("the digests to go", () -> marks().isEmpty());
    }

    @Test
    @BothStores
    void twenty_at_once_from_one_address_take_three_times() throws Exception {
        var all = new ArrayList<Callable<TapResult>>();
        for (var slot : apart(20)) {
            all.add(() -> desk.bookings().start(slot, ONE));
        }
        var pool = Executors.newFixedThreadPool(20);
        var claims = new ArrayList<TapResult>();
        for (var answer : pool.invokeAll(all)) {
            claims.add(answer.get());
        }
        pool.shutdown();

        assertThat(claims).filteredOn(TapResult.Held.class::isInstance).hasSize(3);
        assertThat(claims).filteredOn(TapResult.TooMany.class::isInstance).hasSize(17);
    }

    /** Free times that do not overlap. */
    private List<Slot> apart(int many) {
        var found = new ArrayList<Slot>();
        for (var offer : desk.freeTimes()) {
            var slot = offer.slot();
            if (found.size() < many
                    && found.stream()
                            .noneMatch(other -> other.practitionerId().equals(slot.practitionerId())
                                    && other.overlaps(slot.start(), slot.end()))) {
                found.add(slot);
            }
        }
        assertThat(found).hasSize(many);
        return found;
    }

    /** Keys of as many drafts as may hold a time. */
    private List<String> fill(InetAddress from) {
        return List.of(held(from), held(from), held(from));
    }

    private String held(InetAddress from) {
        return ((TapResult.Held) start(from)).key();
    }

    private TapResult start(InetAddress from) {
        return desk.bookings().start(desk.freeTime().slot(), from);
    }

    private Instant until(String key) {
        return Objects.requireNonNull(desk.find(key).hold()).until();
    }

    private List<String> marks() {
        return desk.store
                .jdbi()
                .withHandle(db -> db.createQuery("select address from hold where address is not null")
                        .mapTo(String.class)
                        .list());
    }

    private int count(String query) {
        return desk.store
                .jdbi()
                .withHandle(db -> db.createQuery(query).mapTo(int.class).one());
    }

    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
