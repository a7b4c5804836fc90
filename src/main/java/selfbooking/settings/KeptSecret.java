package selfbooking.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.LoggerFactory;

/** The installation's secret: the one that is set, or one made at the first start and kept where only this user reads it. */
public final class KeptSecret {

    private static final int BYTES = 32;

    private KeptSecret() {}

    public static String of(Settings settings, SecureRandom random) {
        var given = settings.find(Variables.APP_SECRET);
        return given == null ? kept(settings.dataFolder().resolve("app-secret"), random) : given;
    }

    private static String kept(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                make(file, random);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + file, e);
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "app-secret", "", mine);
        Files.writeString(whole, Base64.getEncoder().encodeToString(bytes));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        LoggerFactory.getLogger(KeptSecret.class)
                .warn("APP_SECRET is not set: one was made and is kept in {}; keep that file with the database", file);
    }
}
