package selfbooking.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.BothStores;
import selfbooking.TestStore;

/** What both databases promise. */
@BothStores
class StoreTest {

    private Store store;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void opening_again_finds_the_tables_and_what_is_in_them() {
        store.jdbi().useHandle(db -> db.execute("insert into hold_version values ('clinic', 7)"));
        store.close();

        store = TestStore.open(folder);

        assertThat(number("select version from hold_version")).isEqualTo(7);
    }

    /** Each reads and then writes: without the lock PostgreSQL would lose some of them. */
    @Test
    void a_lock_lets_one_transaction_through_at_a_time() throws Exception {
        store.jdbi().useHandle(db -> db.execute("insert into hold_version values ('clinic', 0)"));
        Callable<Void> counting = () -> {
            store.jdbi().useTransaction(this::countOne);
            return null;
        };
        var pool = Executors.newFixedThreadPool(6);
        for (var counted : pool.invokeAll(Collections.nCopies(120, counting))) {
            counted.get();
        }
        pool.shutdown();

        assertThat(number("select version from hold_version")).isEqualTo(120);
    }

    private void countOne(Handle db) {
        store.lock(db, "the tally");
        var before = db.createQuery("select version from hold_version")
                .mapTo(long.class)
                .one();
        db.createUpdate("update hold_version set version = :next")
                .bind("next", before + 1)
                .execute();
    }

    @Test
    void the_end_of_a_claiming_subselect_is_understood() {
        var claim = "update gate_permit set holder = 'me' where number = (select number from gate_permit"
                + " where free_at <= " + store.now() + " limit 1" + store.skipLocked() + ") returning number";

        var claimed = store.jdbi()
                .withHandle(db -> db.createQuery(claim).mapTo(int.class).list());

        assertThat(claimed).isEmpty();
    }

    @Test
    void the_database_tells_the_time_in_milliseconds() {
        assertThat(number("select " + store.now()))
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
    }

    @Test
    void a_closed_store_is_not_ready() {
        assertThat(store.ready()).isTrue();

        store.close();

        assertThat(store.ready()).isFalse();
    }

    private long number(String sql) {
        return store.jdbi()
                .withHandle(db -> db.createQuery(sql).mapTo(long.class).one());
    }
}
