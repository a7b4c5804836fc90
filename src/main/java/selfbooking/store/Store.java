package selfbooking.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database of this installation, migrated when it is opened: SQLite in one file, for one process, or PostgreSQL, which several
 * instances may share. What differs between the two is asked here. A commit is on the disk when it returns. Thread safe.
 */
public final class Store implements AutoCloseable {

    private static final int SQLITE_CONNECTIONS = 4;
    private static final int POSTGRES_CONNECTIONS = 6;
    /** Of their own for pages: when many book at once, each of the others waits with a connection for its turn to write. */
    private static final int LOOKING_CONNECTIONS = 2;
    /** For a connection, from the pool or to the server: then the page that says so is better than more waiting. */
    private static final int CONNECT_SECONDS = 3;

    /** For the first connection, which nobody's page waits for: on a busy machine everything is slow at the start. */
    private static final int START_SECONDS = 10;

    private static final int ANSWER_SECONDS = 10;

    /**
     * Of each connection. Nobody waits long for a lock, and whoever vanished with one loses it. A cluster that does not wait for its disk
     * is told to do so for us; one that waits for its replicas is left to.
     */
    private static final String POSTGRES_SESSION = """
            set lock_timeout = '5s';
            set idle_in_transaction_session_timeout = '15s';
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'
            """;

    private final HikariDataSource source;
    private final HikariDataSource lookingSource;
    private final Jdbi jdbi;
    private final Jdbi looking;
    private final boolean shared;

    private Store(HikariConfig pool, boolean shared) {
        this.source = new HikariDataSource(pool);
        pool.setMaximumPoolSize(LOOKING_CONNECTIONS);
        this.lookingSource = new HikariDataSource(pool);
        this.jdbi = Jdbi.create(source);
        this.looking = Jdbi.create(lookingSource);
        this.shared = shared;
    }

    /**
     * Opens {@code selfbooking.db} in the folder, which is made where it is missing.
     *
     * @throws UncheckedIOException when the folder cannot be made
     */
    public static Store open(Path folder) {
        try {
            makeForOneUser(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        var store = new Store(sqlite(folder.resolve("selfbooking.db")), false);
        Flyway.configure().dataSource(store.source).load().migrate();
        return store;
    }

    /**
     * Opens a PostgreSQL database, which must exist.
     *
     * @throws StoreUnusable when it does not answer, does not let us in, or cannot be migrated
     */
    public static Store open(DatabaseUrl url) {
        try {
            migrate(url);
            return new Store(postgres(url), true);
        } catch (FlywayException e) {
            throw new StoreUnusable("The database at " + url + " cannot be used: " + reason(e), e);
        }
    }

    /** Over a connection of its own: a migration may take longer than a page may wait. */
    private static void migrate(DatabaseUrl url) {
        Flyway.configure()
                .dataSource(url.jdbc(), url.user(), url.password())
                .jdbcProperties(Map.of("loginTimeout", Integer.toString(START_SECONDS)))
                .load()
                .migrate();
    }

    /** The first line of what the database or its driver said. */
    private static String reason(FlywayException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .orElse(failure)
                .toString()
                .replaceFirst("^[\\w.$]+: ", "")
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Only the user that runs the application reads what patients told us. */
    private static void makeForOneUser(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static HikariConfig sqlite(Path file) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setMaximumPoolSize(SQLITE_CONNECTIONS);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("secure_delete", "true");
        return config;
    }

    /**
     * Statements are not prepared at the server: a plan kept there breaks when a newer version migrates, and poolers lose it. The database
     * has just been migrated, so a connection that comes late is no reason not to start.
     */
    private static HikariConfig postgres(DatabaseUrl url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.setInitializationFailTimeout(-1);
        config.setValidationTimeout(1000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(POSTGRES_SESSION);
        config.addDataSourceProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        config.addDataSourceProperty("socketTimeout", Integer.toString(ANSWER_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("prepareThreshold", "0");
        config.addDataSourceProperty("ApplicationName", "selfbooking");
        return config;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** For short reads of what pages show to everyone; sees all that was committed before. */
    public Jdbi looking() {
        return looking;
    }

    /** Whether other instances may use the same database. */
    public boolean shared() {
        return shared;
    }

    /**
     * From here to the end of the handle's transaction nobody else holds a lock of these names, taken in this order. Where each transaction excludes all other
     * writers anyway, as in SQLite, there is nothing to do.
     */
    public void lock(Handle db, String... names) {
        if (shared) {
            var locks = Collections.nCopies(names.length, "pg_advisory_xact_lock(hashtextextended(?, 0))");
            db.select("select " + String.join(", ", locks), (Object[]) names)
                    .mapTo(String.class)
                    .list();
        }
    }

    /** The end of a subselect that claims a row: rows that someone else claims in this moment are passed over. */
    public String skipLocked() {
        return shared ? " for update skip locked" : "";
    }

    /** An expression for the moment by the database's own clock, in epoch milliseconds: the one clock that instances share. */
    public String now() {
        return shared
                ? "cast(floor(extract(epoch from clock_timestamp()) * 1000) as bigint)"
                : "cast(unixepoch('subsec') * 1000 as integer)";
    }

    /** Whether a query is answered now. */
    public boolean ready() {
        try {
            return jdbi.withHandle(db -> db.select("select 1").mapTo(int.class).one()) == 1;
        } catch (JdbiException e) {
            return false;
        }
    }

    @Override
    public void close() {
        lookingSource.close();
        source.close();
    }
}
