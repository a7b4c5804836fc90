package selfbooking.booking.draft.answers;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences of {@code messages.properties}, by their names. */
public final class Messages {

    private static final Map<String, String> ALL = read();

    private Messages() {}

    /** Fails when there is no such sentence. */
    public static String of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** The sentence about a patient: another one when that is not who reads it, where there is another one. */
    public static String of(String name, boolean forSomeoneElse) {
        var other = forSomeoneElse ? find(name + ".other") : null;
        return other == null ? of(name) : other;
    }

    /** Null when nothing is said. */
    public static @Nullable String find(String name) {
        return ALL.get(name);
    }

    private static Map<String, String> read() {
        var all = new Properties();
        try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream("/messages.properties"))) {
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(name -> name, all::getProperty));
    }
}
