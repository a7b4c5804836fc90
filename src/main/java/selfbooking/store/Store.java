package selfbooking.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database of this installation: SQLite in one file, migrated when it is opened. A commit is on the disk when it returns, and a
 * transaction excludes all other writers from its start. Thread safe.
 */
public final class Store implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource source;
    private final Jdbi jdbi;

    private Store(HikariDataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
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
        var source = new HikariDataSource(sqlite(folder.resolve("selfbooking.db")));
        Flyway.configure().dataSource(source).load().migrate();
        return new Store(source);
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
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("secure_delete", "true");
        return config;
    }

    public Jdbi jdbi() {
        return jdbi;
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
        source.close();
    }
}
