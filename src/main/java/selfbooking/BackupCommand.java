package selfbooking;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import selfbooking.settings.Settings;
import selfbooking.store.Backup;

/** Writes a copy of the database while the application runs. */
@Command(
        name = "backup",
        description = "Copies the database, as it stands at one moment, into a new file; the application may run.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.JarVersion.class)
final class BackupCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    private final Map<String, String> environment;

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!environment.getOrDefault("DATABASE_URL", "").isBlank()) {
            return failed("the database is PostgreSQL; copy it with: pg_dump --format=custom --file=" + file
                    + " \"$DATABASE_URL\"");
        }
        var folder = Settings.dataFolder(environment, Path.of(""));
        try {
            Backup.write(folder, file);
            spec.commandLine()
                    .getOut()
                    .println("Backup: " + Files.size(file) + " bytes in " + file + ". Keep " + secret(folder)
                            + " with it: only with that secret can the answers in it be read.");
            return 0;
        } catch (NoSuchFileException e) {
            return failed(
                    file.toString().equals(e.getFile())
                            ? "the folder of " + file + " does not exist"
                            : "there is no " + e.getFile() + "; DATA_DIR names the folder of the database");
        } catch (FileAlreadyExistsException e) {
            return failed(e.getFile() + " exists already and was left alone; name a new file");
        } catch (IOException e) {
            return failed(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private String secret(Path folder) {
        var given = !environment.getOrDefault("APP_SECRET", "").isBlank();
        return given ? "APP_SECRET" : folder.resolve("app-secret").toString();
    }

    private int failed(String what) {
        spec.commandLine().getErr().println("No backup: " + what);
        return FAILED;
    }
}
