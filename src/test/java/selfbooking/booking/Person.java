package selfbooking.booking;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.booking.draft.answers.DetailsField;

/** A patient of a test, on the way to answers: says only what differs from a name and a birth date. Each step changes this one. */
public final class Person {

    private final Map<DetailsField, String> texts = new EnumMap<>(DetailsField.class);
    private LocalDate born;
    private Answers.@Nullable Mobile mobile;
    private boolean agreed;

    private Person(LocalDate born) {
        this.born = born;
    }

    public static Person named(String given, String family) {
        return new Person(LocalDate.of(1987, 3, 27))
                .with(DetailsField.GIVEN_NAME, given)
                .with(DetailsField.FAMILY_NAME, family);
    }

    public Person born(int year, int month, int day) {
        born = LocalDate.of(year, month, day);
        return this;
    }

    /** Null leaves the field out. */
    public Person with(DetailsField field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
        return this;
    }

    public Person bookedBy(@Nullable String name) {
        return with(DetailsField.BOOKER_NAME, name);
    }

    /** An Australian one, which begins with 0. */
    public Person withMobile(String typed) {
        mobile = new Answers.Mobile("+61" + typed.replace(" ", "").substring(1), typed);
        return this;
    }

    public Person withEmail(@Nullable String address) {
        return with(DetailsField.EMAIL, address);
    }

    public Person because(@Nullable String reason) {
        return with(DetailsField.REASON, reason);
    }

    public Person agreeing() {
        agreed = true;
        return this;
    }

    public Answers answers() {
        return new Answers(texts, born, mobile, agreed);
    }
}
