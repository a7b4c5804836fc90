package selfbooking.web.parts;

import io.javalin.http.ContentTooLargeResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and values of a query or a form in their order. A broken escape is kept as it came, broken UTF-8 becomes U+FFFD. */
public final class Parameters {

    private static final int MOST = 50;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws ContentTooLargeResponse when there are more than any page of ours sends
     */
    public static Parameters parse(@Nullable String encoded) {
        Parameters parameters = new Parameters();
        String[] pairs = encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw new ContentTooLargeResponse();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .values
                    .computeIfAbsent(decode(name), n -> new ArrayList<>())
                    .add(decode(value));
        }
        return parameters;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value as it was sent, or empty text. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The first value, if it says anything. */
    public Optional<String> given(String name) {
        return Optional.of(text(name).strip()).filter(value -> !value.isEmpty());
    }

    private static String decode(String encoded) {
        if (encoded.chars().allMatch(c -> c < 0x80 && c != '%' && c != '+')) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int escaped = c == '%' ? hex(encoded, i + 1) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
