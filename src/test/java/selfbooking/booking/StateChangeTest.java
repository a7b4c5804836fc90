package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** All pairs of states, against the rule in the code and the one in the database. */
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
                assertThat(change(id, pair.to())).isTrue();
                assertThat(lines(id)).hasSize(lines + 1).endsWith(pair.from() + " " + pair.to());
            } else {
                assertThatThrownBy(() -> change(id, pair.to())).isInstanceOf(IllegalStateException.class);
                assertThat(state(id)).isEqualTo(pair.from());
                assertThat(lines(id)).hasSize(lines);
            }
        }
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
    void state_that_changed_meanwhile_is_left_alone() {
        var id = bookingIn(State.DRAFT);
        db().useHandle(mine -> {
            var seen = StateChange.now(mine, id);
            db().useTransaction(other -> StateChange.make(other, id, State.ENDED, "quicker", NOW));
            assertThat(seen).isEqualTo(State.DRAFT);
            assertThatThrownBy(() -> StateChange.make(mine, id, State.SUBMITTING, "too late", NOW))
                    .isInstanceOf(IllegalStateException.class);
        });
        assertThat(state(id)).isEqualTo(State.ENDED);
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

    private boolean change(String id, State to) {
        return db().inTransaction(db -> StateChange.make(db, id, to, "a test", NOW));
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
