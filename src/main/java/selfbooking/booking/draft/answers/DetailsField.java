package selfbooking.booking.draft.answers;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The table of the details form, in the order of the page. Form, check page, rules, sealing and the notes in the diary read this table;
 * what each field says stands in {@code messages.properties}.
 */
public enum DetailsField {
    WHO("who", Box.CHOICE, "off", 0, AnswerCheck::who, null, Destination.NOWHERE),
    BOOKER_NAME("bookerName", Box.TEXT, "name", 60, AnswerCheck::booker, "booker", Destination.NOTES),
    GIVEN_NAME("givenName", Box.TEXT, "given-name", 50, AnswerCheck::name, "given", Destination.CLIENT),
    FAMILY_NAME("familyName", Box.TEXT, "family-name", 50, AnswerCheck::name, "family", Destination.CLIENT),
    BIRTH_DAY("birthDay", Box.NUMBER, "bday-day", 10, AnswerCheck::birthDate, null, Destination.CLIENT),
    BIRTH_MONTH("birthMonth", Box.NUMBER, "bday-month", 20, AnswerCheck::checkedBefore, null, Destination.CLIENT),
    BIRTH_YEAR("birthYear", Box.NUMBER, "bday-year", 10, AnswerCheck::checkedBefore, null, Destination.CLIENT),
    CONTACT_BY("contactBy", Box.CHOICE, "off", 0, AnswerCheck::contactBy, null, Destination.NOWHERE),
    MOBILE("mobile", Box.PHONE, "tel", 40, AnswerCheck::mobile, null, Destination.CLIENT),
    EMAIL("email", Box.EMAIL, "email", 254, AnswerCheck::email, "email", Destination.CLIENT),
    REASON("reason", Box.TEXT, "off", 200, AnswerCheck::optional, "reason", Destination.NOTES),
    AGREE("agree", Box.CHOICE, "off", 0, AnswerCheck::agree, null, Destination.NOWHERE);

    /** What a field is typed into. */
    public enum Box {
        /** Ticked, not typed: the template has the choices. */
        CHOICE("", null),
        TEXT("text", null),
        NUMBER("text", "numeric"),
        PHONE("tel", "tel"),
        EMAIL("email", "email");

        private final String type;
        private final @Nullable String inputmode;

        Box(String type, @Nullable String inputmode) {
            this.type = type;
            this.inputmode = inputmode;
        }

        public String type() {
            return type;
        }

        public @Nullable String inputmode() {
            return inputmode;
        }
    }

    /** Where an answer goes in the clinic's diary. */
    public enum Destination {
        CLIENT,
        NOTES,
        NOWHERE
    }

    private final String id;
    private final Box box;
    private final String autocomplete;
    private final int limit;

    @SuppressWarnings("ImmutableEnumChecker") // a method's name, which keeps nothing
    private final BiConsumer<AnswerCheck, DetailsField> rule;

    private final @Nullable String sealedAs;
    private final Destination destination;

    DetailsField(
            String id,
            Box box,
            String autocomplete,
            int limit,
            BiConsumer<AnswerCheck, DetailsField> rule,
            @Nullable String sealedAs,
            Destination destination) {
        this.id = id;
        this.box = box;
        this.autocomplete = autocomplete;
        this.limit = limit;
        this.rule = rule;
        this.sealedAs = sealedAs;
        this.destination = destination;
    }

    /** Its name in the form, in the page and in front of its sentences. */
    public String id() {
        return id;
    }

    public Box box() {
        return box;
    }

    /** What a browser may fill in: nothing of its user's where the field is about someone else. */
    public String autocomplete(boolean forSomeoneElse) {
        return forSomeoneElse && this != BOOKER_NAME ? "off" : autocomplete;
    }

    /** Most characters. */
    public int limit() {
        return limit;
    }

    void check(AnswerCheck check) {
        rule.accept(check, this);
    }

    /** Its name among sealed answers, never to be changed; null when it is no text of its own there. */
    public @Nullable String sealedAs() {
        return sealedAs;
    }

    public Destination destination() {
        return destination;
    }
}
