package selfbooking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The browser that {@code bin/browser} finds on this machine, looked for once in each process. */
public final class Chromium {

    private static final Path FOUND = found();

    private Chromium() {}

    public static Path path() {
        return FOUND;
    }

    private static Path found() {
        try {
            var search = new ProcessBuilder("bin/browser")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (said.isBlank()) {
                throw new IllegalStateException("no Chromium: run bin/ci, or set BROWSER_PATH");
            }
            return Path.of(said.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
