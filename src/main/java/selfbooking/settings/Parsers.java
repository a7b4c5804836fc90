package selfbooking.settings;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the text of a variable becomes a value, and what is said of text that does not. */
final class Parsers {

    private static final Set<String> RESERVED_SLUGS =
            Set.of("health", "metrics", "static", "dev", "operator", "console");

    private static final List<String> LOG_LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

    private Parsers() {}

    static String text(String text, Consumer<String> wrong) {
        return text;
    }

    static Setting.Parser<Integer> number(int least, int most) {
        return (text, wrong) -> {
            try {
                var number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            wrong.accept("is not a whole number from " + least + " to " + most);
            return null;
        };
    }

    /** Any other word would mean DEBUG to logback, without a message. */
    static @Nullable String logLevel(String text, Consumer<String> wrong) {
        if (LOG_LEVELS.contains(text)) {
            return text;
        }
        wrong.accept("is none of " + String.join(", ", LOG_LEVELS));
        return null;
    }

    static @Nullable Boolean yesOrNo(String text, Consumer<String> wrong) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        wrong.accept("is neither true nor false");
        return null;
    }

    static String slug(String text, Consumer<String> wrong) {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,62}") || RESERVED_SLUGS.contains(text) || text.startsWith("embed")) {
            wrong.accept("may hold lower-case letters, digits and hyphens and must not be a reserved word");
        }
        return text;
    }

    /** A random secret that somebody made up: long enough, and not the documentation's. */
    static Setting.Parser<String> random(int shortest, String example) {
        return (text, wrong) -> {
            if (text.length() < shortest) {
                wrong.accept("is shorter than " + shortest + " characters");
            }
            if (text.equals(example)) {
                wrong.accept("is the example of the documentation, which everybody knows");
            }
            return text;
        };
    }

    /** A random secret that travels in a header, where other characters arrive as something else. */
    static Setting.Parser<String> token(int shortest, String example) {
        return (text, wrong) -> {
            if (!text.matches("[!-~]*")) {
                wrong.accept("may hold letters without accents, digits and signs, but no space");
            }
            return random(shortest, example).parse(text, wrong);
        };
    }
}
