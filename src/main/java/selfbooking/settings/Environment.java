package selfbooking.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The environment's text as the application's variables name it, and all the mistakes that were found in it. */
final class Environment {

    private final Map<String, String> variables;
    private final List<String> mistakes = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    List<String> mistakes() {
        return mistakes;
    }

    /** Null when it is not set, or set to nothing. */
    @Nullable
    String given(String name) {
        var value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The variable's default when it is not set. */
    String text(String name) {
        var value = given(name);
        return value == null ? variable(name).fallback() : value;
    }

    /** What stands between its commas; nothing when it is not set. */
    List<String> list(String name) {
        return Arrays.stream(Objects.requireNonNullElse(given(name), "").split(","))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static Variable variable(String name) {
        return Settings.VARIABLES.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Notes a mistake; the value of a secret is not in it. */
    void wrong(String name, String what) {
        var variable = variable(name);
        var value = variable.secret() ? "" : " \"" + variables.getOrDefault(name, "") + "\"";
        mistakes.add(name + value + " " + what + ", for example " + name + "=" + variable.example());
    }

    int number(String name, int least, int most) {
        var value = text(name);
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        wrong(name, "is not a whole number from " + least + " to " + most);
        return least;
    }

    /** An http or https address with a host, or null after the mistake was noted. */
    @Nullable
    URI address(String name) {
        var uri = uri(text(name));
        if (uri == null) {
            wrong(name, "is not an http or https address");
        }
        return uri;
    }

    /** Null when it is no http or https address with a host. */
    static @Nullable URI uri(String value) {
        try {
            var uri = new URI(value);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https")) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Null when it is not set. */
    @Nullable
    String secret(String name, int shortest) {
        var secret = given(name);
        if (secret != null && secret.length() < shortest) {
            wrong(name, "is shorter than " + shortest + " characters");
        }
        if (variable(name).example().equals(secret)) {
            wrong(name, "is the example of the documentation, which everybody knows");
        }
        return secret;
    }
}
