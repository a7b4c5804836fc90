package selfbooking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import selfbooking.store.DatabaseUrl;
import selfbooking.store.Store;

/**
 * The store of a test: SQLite in its folder, or with {@code -Dtest.store=postgresql} a PostgreSQL database that goes with the folder, so
 * that each test runs on both. Migrations take longer than most tests: a new database is a copy of one that was migrated before.
 */
public final class TestStore {

    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

    private TestStore() {}

    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("test.store", "sqlite"));
    }

    public static Store open(Path folder) {
        return onPostgres() ? Store.open(DatabaseUrl.parse(database(folder))) : sqlite(folder);
    }

    /** SQLite, whatever the other tests run on. */
    public static Store sqlite(Path folder) {
        migrate(folder);
        return Store.open(folder);
    }

    /** What the environment says about the store. */
    static Map<String, String> variables(Path folder) {
        if (onPostgres()) {
            return Map.of("DATABASE_URL", database(folder), "APP_SECRET", "a secret of this test and of no other");
        }
        migrate(folder);
        return Map.of();
    }

    /** A database that is there already stays as it is. */
    private static void migrate(Path folder) {
        try {
            var file = Files.createDirectories(folder).resolve(Migrated.NAME);
            if (Files.notExists(file)) {
                Files.write(file, Migrated.FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String database(Path folder) {
        return DATABASES.computeIfAbsent(folder, any -> Postgres.migrated());
    }

    /** The file of a database with all tables in it and nothing else, made once in each process. */
    private static final class Migrated {

        static final String NAME = "selfbooking.db";
        static final byte[] FILE = file();

        private static byte[] file() {
            try {
                var folder = Files.createTempDirectory("migrated");
                Store.open(folder).close();
                var file = Files.readAllBytes(folder.resolve(NAME));
                Files.delete(folder.resolve(NAME));
                Files.delete(folder);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
