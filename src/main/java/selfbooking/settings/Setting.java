package selfbooking.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable that the application reads: what operators are told of it, and how its text becomes a value.
 *
 * @param fallback what holds when it is not set, in words where {@code optional}
 * @param optional whether there is no value when it is not set
 * @param secret whether its value must never be shown
 */
record Setting<T>(
        String name,
        String fallback,
        String example,
        boolean optional,
        boolean secret,
        String meaning,
        Parser<T> parser) {

    /** Makes a value of a variable's text. */
    interface Parser<T> {

        /** Says what is wrong with the text, once for each mistake; null or anything after that. */
        @Nullable
        T parse(String text, Consumer<String> wrong);
    }

    /** One whose default is a value of its own kind. */
    static <T> Setting<T> defaulting(String name, String fallback, String example, String meaning, Parser<T> parser) {
        return new Setting<>(name, fallback, example, false, false, meaning, parser);
    }

    /** One that has no value when it is not set. */
    static <T> Setting<T> optional(String name, String fallback, String example, String meaning, Parser<T> parser) {
        return new Setting<>(name, fallback, example, true, false, meaning, parser);
    }

    /** An optional one whose value must never be shown. */
    static <T> Setting<T> secret(String name, String fallback, String example, String meaning, Parser<T> parser) {
        return new Setting<>(name, fallback, example, true, true, meaning, parser);
    }

    /** A variable that holds nothing but blanks counts as not set. */
    boolean isSet(Map<String, String> environment) {
        return !text(environment).isEmpty();
    }

    /** Null when it is optional and not set, or when it is wrong; what is wrong is added to the mistakes. */
    @Nullable
    T read(Map<String, String> environment, List<String> mistakes) {
        if (!isSet(environment) && optional) {
            return null;
        }
        var text = isSet(environment) ? text(environment) : fallback;
        return parser.parse(text, what -> mistakes.add(mistake(environment, what)));
    }

    /** Names the variable with its value, unless that is secret, and an example. */
    String mistake(Map<String, String> environment, String what) {
        var value = secret ? "" : " \"" + environment.getOrDefault(name, "") + "\"";
        return name + value + " " + what + ", for example " + name + "=" + example;
    }

    private String text(Map<String, String> environment) {
        return environment.getOrDefault(name, "").strip();
    }
}
