package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import selfbooking.BothStores;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Meanwhile;
import selfbooking.booking.People;
import selfbooking.booking.State;

/** All pairs of states, against the rule in the code and the one in the database. */
@BothStores
class StateChangeTest extends AtTheDesk {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    /** Two states, one after the other. */
    private record Pair(State from, State to) {}

    private static List<Pair> pairs() {
        return Stream.of(State.values())
                .flatMap(from -> Stream.of(State.values()).map(to -> new Pair(from, to)))
                .toList();
    }

    @Test
    void state_changes_only_to_one_that_may_follow() {
        var id = bookingIn(State.DRAFT);
        for (var pair : pairs()) {
            put(id, pair.from());
            int lines = lines(id).size();
            if (pair.from().mayBecome(pair.to())) {
                change(id, pair.to());
                assertThat(state(id)).isEqualTo(pair.to());
                assertThat(lines(id)).hasSize(lines + 1).endsWith(pair.from() + " " + pair.to());
            } else {
                assertThatThrownBy(() -> change(id, pair.to())).isInstanceOf(IllegalStateException.class);
                assertThat(state(id)).isEqualTo(pair.from());
                assertThat(lines(id)).hasSize(lines);
            }
        }
    }

    @Test
    void what_was_not_sent_is_open_and_what_was_not_answered_is_pending() {
        assertThat(State.values()).filteredOn(State::open).containsExactly(State.DRAFT, State.TAKEN);
        assertThat(State.values()).filteredOn(State::pending).containsExactly(State.SUBMITTING, State.UNKNOWN);
    }

    @Test
    void database_takes_no_line_of_a_pair_that_may_not_be() {
        var id = bookingIn(State.DRAFT);
        int number = 100;
        for (var pair : pairs()) {
            int next = number++;
            if (pair.from().mayBecome(pair.to())) {
                writeLine(id, next, pair);
                assertThat(lines(id)).endsWith(pair.from() + " " + pair.to());
            } else {
                assertThatThrownBy(() -> writeLine(id, next, pair)).isInstanceOf(JdbiException.class);
            }
        }
    }

    @Test
    void booking_leaves_a_line_for_each_change_and_no_name() {
        var offer = desk.freeTime();
        var key = desk.filledIn(offer.slot(), People.ZOE);
        desk.send(key);
        var id = desk.row(key).id();

        assertThat(lines(id)).containsExactly("null DRAFT", "DRAFT SUBMITTING", "SUBMITTING BOOKED");
        assertThat(db().<List<String>, RuntimeException>withHandle(db ->
                        db.select("select why from audit").mapTo(String.class).list()))
                .noneMatch(why -> why.contains("Quarrington"));
    }

    @Test
    void nobody_else_changes_a_state_between_its_reading_and_its_change() {
        var id = bookingIn(State.DRAFT);
        var others = new ArrayList<CompletableFuture<Void>>();
        Meanwhile.after(db(), "returning state", () -> {
            var other = CompletableFuture.runAsync(() -> change(id, State.ENDED));
            others.add(other);
            assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });

        change(id, State.SUBMITTING);

        assertThat(others)
                .singleElement()
                .satisfies(other -> assertThatThrownBy(other::get)
                        .hasRootCauseMessage("a booking in SUBMITTING may not become ENDED"));
        assertThat(state(id)).isEqualTo(State.SUBMITTING);
        assertThat(lines(id)).endsWith("DRAFT SUBMITTING");
    }

    private Jdbi db() {
        return desk.store.jdbi();
    }

    private String bookingIn(State state) {
        var id = desk.row(desk.held(desk.freeTime().slot())).id();
        put(id, state);
        return id;
    }

    private void put(String id, State state) {
        db().useHandle(db -> db.execute("update booking set state = ? where id = ?", state.name(), id));
    }

    private void change(String id, State to) {
        db().useTransaction(db -> StateChange.make(db, id, to, "a test", NOW));
    }

    private State state(String id) {
        return db().withHandle(db -> StateChange.now(db, id));
    }

    private List<String> lines(String id) {
        return db().withHandle(db -> db.select(
                        "select from_state, to_state from audit where booking_id = ? order by number", id)
                .map((row, context) -> row.getString(1) + " " + row.getString(2))
                .list());
    }

    private void writeLine(String id, int number, Pair pair) {
        db().useHandle(db -> db.execute(
                "insert into audit values (?, ?, 0, 1, ?, ?, 'a test')",
                id,
                number,
                pair.from().name(),
                pair.to().name()));
    }
}
