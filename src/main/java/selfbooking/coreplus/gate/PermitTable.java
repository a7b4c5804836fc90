package selfbooking.coreplus.gate;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import selfbooking.store.Store;

/** One consumer's permits: each is free from a moment on, by the database's clock, and until then its holder's. */
final class PermitTable {

    private final Store store;
    private final String consumer;
    private final String holder;

    PermitTable(Store store, String consumer, String holder) {
        this.store = store;
        this.consumer = consumer;
        this.holder = holder;
    }

    /** Does nothing where another instance has made them. */
    void make() {
        store.jdbi().useTransaction(db -> {
            for (int number = 1; number <= Permits.ALL; number++) {
                db.createUpdate("insert into gate_permit (consumer, number, free_at) values (:consumer, :number, 0)"
                                + " on conflict do nothing")
                        .bind("consumer", consumer)
                        .bind("number", number)
                        .execute();
            }
        });
    }

    /** The number of a permit that was free; when the loan is over it is free again by itself. */
    Optional<Integer> take(Duration loan) {
        var sql = """
                update gate_permit set holder = :holder, free_at = %1$s + :loan
                where consumer = :consumer and number = (
                  select number from gate_permit where consumer = :consumer and free_at <= %1$s
                  order by free_at limit 1 %2$s)
                returning number
                """.formatted(store.now(), store.skipLocked());
        return store.jdbi()
                .withHandle(db -> db.createQuery(sql)
                        .bind("consumer", consumer)
                        .bind("holder", holder)
                        .bind("loan", loan.toMillis())
                        .mapTo(Integer.class)
                        .findOne());
    }

    /** The loan begins anew. */
    void renew(int number, Duration loan) {
        set(number, holder, loan);
    }

    /** A millisecond later than asked, since the clock's moments are cut to milliseconds. */
    void giveBack(int number, Duration after) {
        set(number, null, after.plusMillis(1));
    }

    /** Touches no permit that was lost to someone else. */
    private void set(int number, @Nullable String next, Duration free) {
        store.jdbi()
                .useHandle(db -> db.createUpdate("update gate_permit set holder = :next, free_at = " + store.now()
                                + " + :free where consumer = :consumer and number = :number and holder = :holder")
                        .bind("consumer", consumer)
                        .bind("number", number)
                        .bind("holder", holder)
                        .bind("next", next)
                        .bind("free", free.toMillis())
                        .execute());
    }
}
