package selfbooking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import selfbooking.store.Store;

class BackupCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void copy_is_for_this_user_only_and_says_what_to_keep_with_it() throws Exception {
        try (var store = Store.open(folder.resolve("data"))) {
            assertThat(store.ready()).isTrue();
            assertThat(backup(Map.of(), "copy.db")).isZero();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("copy.db"))))
                .isEqualTo("rw-------");
        assertThat(out.toString().lines()).singleElement().asString().contains("copy.db", "app-secret");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void secret_of_the_environment_is_named_and_not_shown() {
        Store.open(folder.resolve("data")).close();

        backup(Map.of("APP_SECRET", "hush-hush-hush-hush-hush-hush-hush"), "copy.db");

        assertThat(out.toString()).contains("APP_SECRET").doesNotContain("hush", "app-secret");
    }

    @Test
    void file_that_exists_is_left_alone() throws Exception {
        Store.open(folder.resolve("data")).close();
        Files.writeString(folder.resolve("copy.db"), "yesterday's");

        assertThat(backup(Map.of(), "copy.db")).isEqualTo(1);

        assertThat(folder.resolve("copy.db")).hasContent("yesterday's");
        assertOneLine("exists already");
    }

    @Test
    void missing_database_is_named_and_none_is_made() {
        assertThat(backup(Map.of(), "copy.db")).isEqualTo(1);

        assertOneLine("data/selfbooking.db");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void file_in_a_folder_that_is_not_there_is_a_mistake_too() {
        Store.open(folder.resolve("data")).close();

        assertThat(backup(Map.of(), "nowhere/copy.db")).isEqualTo(1);

        assertOneLine("the folder of");
    }

    @Test
    void with_postgres_it_says_how_to_copy_that() {
        assertThat(backup(Map.of("DATABASE_URL", "postgres://u:hush@db/x"), "copy.db"))
                .isEqualTo(1);

        assertOneLine("pg_dump");
        assertThat(err.toString()).doesNotContain("hush");
    }

    private void assertOneLine(String part) {
        assertThat(err.toString().lines()).singleElement().asString().contains(part);
        assertThat(out.toString()).isEmpty();
    }

    private int backup(Map<String, String> variables, String file) {
        var environment = new HashMap<>(variables);
        environment.put("DATA_DIR", folder.resolve("data").toString());
        return new CommandLine(new BackupCommand(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(folder.resolve(file).toString());
    }
}
