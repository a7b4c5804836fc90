package selfbooking.booking.draft.answers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An Australian mobile number in any usual spelling. */
public final class MobileNumber {

    private static final int AUSTRALIA = 61;

    /** The library would also read numbers out of sentences; what we keep as typed goes back to a page and is no sentence. */
    private static final Pattern SPELLING = Pattern.compile("[\\d ()+./\\p{Pd}]{8,30}");

    private MobileNumber() {}

    /** Null when the text is no Australian mobile number. */
    public static Answers.@Nullable Mobile read(String typed) {
        if (!SPELLING.matcher(typed).matches()) {
            return null;
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(typed.replaceFirst("^00 ?61", "+61"), "AU");
            return isMobile(numbers, number)
                    ? new Answers.Mobile(numbers.format(number, PhoneNumberFormat.E164), typed)
                    : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    private static boolean isMobile(PhoneNumberUtil numbers, PhoneNumber number) {
        return number.getCountryCode() == AUSTRALIA
                && numbers.isValidNumber(number)
                && numbers.getNumberType(number) == PhoneNumberType.MOBILE;
    }
}
