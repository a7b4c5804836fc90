package selfbooking.booking.draft.answers;

import java.util.regex.Pattern;

/** One mail address, checked leniently: only a message that comes back proves more. */
final class EmailAddress {

    /** Signs that would make a second recipient or a second header of it are refused. */
    private static final Pattern SHAPE = Pattern.compile(
            "[^@\\s\\p{Z}\\p{Cntrl},;:<>()\\[\\]\"\\\\]+@([\\p{L}\\p{M}\\p{N}_-]+\\.)+[\\p{L}\\p{M}\\p{N}-]{2,}");

    private EmailAddress() {}

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}
