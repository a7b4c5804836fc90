package selfbooking.booking.draft.answers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One mail address, checked leniently: only a message that comes back proves more. */
final class EmailAddress {

    private static final int LIMIT = 254;

    /** Signs that would make a second recipient or a second header of it are refused. */
    private static final Pattern SHAPE = Pattern.compile(
            "[^@\\s\\p{Z}\\p{Cntrl},;:<>()\\[\\]\"\\\\]+@([\\p{L}\\p{M}\\p{N}_-]+\\.)+[\\p{L}\\p{M}\\p{N}-]{2,}");

    private EmailAddress() {}

    static @Nullable String mistake(String email) {
        if (email.isEmpty()) {
            return "Enter your email address";
        }
        if (email.length() > LIMIT) {
            return "Email address must be " + LIMIT + " characters or fewer";
        }
        return SHAPE.matcher(email).matches()
                ? null
                : "Enter an email address in the correct format, like name@example.com";
    }
}
