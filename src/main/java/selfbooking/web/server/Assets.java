package selfbooking.web.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.Shell;

/**
 * The files that pages load, each under {@code /static/{hash}/{name}}.
 *
 * <p>Styles and scripts are written as one file per need and joined here: a first view needs one request for each.
 */
public final class Assets {
    private static final List<String> STYLES = List.of(
            "base", "hues", "shell", "layout", "choices", "times", "people", "chosen", "forms", "answers", "outcome",
            "print");
    private static final List<String> SCRIPTS = List.of("swaps", "age", "hold", "forms");
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final boolean live;
    private final Map<String, Asset> kept;

    /** With {@code live}, our own files are read from {@code ./static} at each use, else once from the jar. */
    public Assets(boolean live) {
        this.live = live;
        this.kept = all();
    }

    /** By the last part of its address; null for any other name. An old hash must not be answered as immutable. */
    @Nullable
    public Asset find(String name) {
        return current().get(name);
    }

    /** What stands around a clinic's pages, with the addresses of files as they are now. */
    public Shell shell(String clinic, String homeHref, @Nullable String phone, int hue, boolean demonstration) {
        Map<String, Asset> now = current();
        return new Shell(
                clinic,
                homeHref,
                phone,
                hue,
                demonstration,
                href(now, "booking.css"),
                href(now, "htmx.js"),
                href(now, "booking.js"));
    }

    private static String href(Map<String, Asset> now, String name) {
        return Objects.requireNonNull(now.get(name), name).href();
    }

    private Map<String, Asset> current() {
        return live ? all() : kept;
    }

    private Map<String, Asset> all() {
        return Stream.of(
                        new Asset("booking.css", "text/css; charset=utf-8", joined(STYLES, "css/%s.css")),
                        new Asset("booking.js", "text/javascript; charset=utf-8", joined(SCRIPTS, "js/%s.js")),
                        new Asset("htmx.js", "text/javascript; charset=utf-8", fromClassPath(HTMX)))
                .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));
    }

    private byte[] joined(List<String> parts, String pattern) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(part -> joined.writeBytes(own(pattern.replace("%s", part))));
        return joined.toByteArray();
    }

    private byte[] own(String name) {
        try {
            return live ? Files.readAllBytes(Path.of("static", name)) : fromClassPath("/static/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] fromClassPath(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
