package selfbooking.web.draft;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import selfbooking.web.parts.Field;

/** Puts labels, hints and purposes on the fields of the details form. */
final class DetailsForm {
    private final Map<String, List<String>> typed;
    private final Map<String, String> mistakes;
    private final boolean other;

    DetailsForm(Map<String, List<String>> typed, Map<String, String> mistakes) {
        this.typed = typed;
        this.mistakes = mistakes;
        this.other = ticked("who", "other");
    }

    DetailsFields fields(@Nullable String termsHref) {
        return new DetailsFields(
                other,
                text("bookerName", "Your own name", "So that the clinic knows who is asking", "name", 60),
                text("givenName", "First name", null, own("given-name"), 50),
                text("familyName", "Last name", "As on an official card, if there is one", own("family-name"), 50),
                birth(),
                ticked("contactBy", "mobile"),
                field("mobile", "Mobile number", "We only use it about this appointment", "tel", "tel", own("tel"), 40),
                ticked("contactBy", "email"),
                field(
                        "email",
                        "Email address",
                        "We only use it about this appointment",
                        "email",
                        "email",
                        own("email"),
                        254),
                mistakes.get("who"),
                mistakes.get("contactBy"),
                text("reason", "Reason for the visit (optional)", "A few words help the clinic prepare", "off", 200),
                termsHref == null
                        ? null
                        : new DetailsFields.Terms(termsHref, ticked("agree", null), mistakes.get("agree")));
    }

    private DetailsFields.BirthDate birth() {
        return new DetailsFields.BirthDate(
                box("birthDay", "Day", "bday-day", 10),
                box("birthMonth", "Month", "bday-month", 20),
                box("birthYear", "Year", "bday-year", 10));
    }

    private Field box(String name, String label, String purpose, int max) {
        return field(name, label, null, "text", "numeric", own(purpose), max);
    }

    private Field text(String name, String label, @Nullable String hint, String purpose, int max) {
        return field(name, label, hint, "text", null, purpose, max);
    }

    private Field field(
            String name,
            String label,
            @Nullable String hint,
            String type,
            @Nullable String inputmode,
            String purpose,
            int max) {
        String value = typed.getOrDefault(name, List.of()).stream().findFirst().orElse("");
        return new Field(name, label, hint, value, mistakes.get(name), type, inputmode, purpose, max);
    }

    /** What belongs to someone else is not the user's own: no purpose then. */
    private String own(String purpose) {
        return other ? "off" : purpose;
    }

    private boolean ticked(String name, @Nullable String value) {
        List<String> values = typed.getOrDefault(name, List.of());
        return value == null ? !values.isEmpty() : values.contains(value);
    }
}
