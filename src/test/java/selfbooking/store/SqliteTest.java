package selfbooking.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only SQLite does. */
class SqliteTest {

    @TempDir
    private Path folder;

    @Test
    void a_commit_is_on_the_disk_and_what_is_deleted_is_gone() {
        try (var store = Store.open(folder)) {
            assertThat(setting(store, "journal_mode")).isEqualTo("wal");
            assertThat(setting(store, "synchronous")).isEqualTo("2");
            assertThat(setting(store, "foreign_keys")).isEqualTo("1");
            assertThat(setting(store, "secure_delete")).isEqualTo("1");
            assertThat(store.shared()).isFalse();
        }
    }

    @Test
    void the_folder_is_made_for_one_user() throws IOException {
        var missing = folder.resolve("a").resolve("b");
        Store.open(missing).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
                .isEqualTo("rwx------");
    }

    private static String setting(Store store, String name) {
        return store.jdbi()
                .withHandle(db ->
                        db.createQuery("pragma " + name).mapTo(String.class).one());
    }
}
