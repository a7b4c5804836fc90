package selfbooking.store;

import java.sql.DatabaseMetaData;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.LoggerFactory;

/** Sees to it that what was erased or written over is gone from the files too. */
public final class Erasure {

    private static final int WAIT_MILLIS = 200;

    private Erasure() {}

    /**
     * Empties SQLite's write-ahead log, which keeps what rows held before; does nothing to other databases. Other writers wait meanwhile, so
     * it gives way soon when somebody reads for long, as a backup does: call it again and again.
     *
     * @return whether the log is empty now
     */
    public static boolean settle(Jdbi jdbi) {
        try {
            return jdbi.withHandle(db -> !isSqlite(db) || truncate(db));
        } catch (JdbiException e) {
            LoggerFactory.getLogger(Erasure.class).warn("the write-ahead log was not emptied", e);
            return false;
        }
    }

    private static boolean isSqlite(Handle db) {
        return db.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("SQLite");
    }

    private static boolean truncate(Handle db) {
        var usual = number(db, "pragma busy_timeout");
        number(db, "pragma busy_timeout = " + WAIT_MILLIS);
        try {
            return number(db, "pragma wal_checkpoint(truncate)") == 0;
        } finally {
            number(db, "pragma busy_timeout = " + usual);
        }
    }

    private static int number(Handle db, String pragma) {
        return db.createQuery(pragma).mapTo(int.class).one();
    }
}
