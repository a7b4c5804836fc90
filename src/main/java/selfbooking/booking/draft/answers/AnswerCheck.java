package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.draft.answers.TypedAnswers.Checked;
import selfbooking.booking.draft.answers.TypedAnswers.Mistake;

/** One look through a typed form, from its top to its end; collects what to mend. Used once, by one thread. */
final class AnswerCheck {

    private static final int NAME_LIMIT = 50;
    private static final int BOOKER_LIMIT = 60;
    private static final int REASON_LIMIT = 200;

    private final TypedAnswers typed;
    private final List<Mistake> mistakes = new ArrayList<>();

    AnswerCheck(TypedAnswers typed) {
        this.typed = typed;
    }

    Checked result(LocalDate today, boolean termsShown) {
        if (!typed.who().equals("me") && !typed.forSomeoneElse()) {
            wrong("who", "Choose who the appointment is for");
        }
        String booker = typed.forSomeoneElse() ? name("bookerName", typed.bookerName(), BOOKER_LIMIT) : null;
        String given = name("givenName", typed.givenName(), NAME_LIMIT);
        String family = name("familyName", typed.familyName(), NAME_LIMIT);
        LocalDate born = birthDate(today);
        Answers.Mobile mobile = contact("mobile") ? mobile() : null;
        String email = contact("email") ? email() : null;
        String reason = reason();
        if (termsShown && !typed.agree()) {
            wrong("agree", "Agree to the clinic’s terms to go on");
        }
        if (!mistakes.isEmpty()) {
            return new Checked(null, List.copyOf(mistakes));
        }
        Answers answers = new Answers(
                booker,
                given,
                family,
                Objects.requireNonNull(born),
                mobile,
                email,
                reason,
                termsShown && typed.agree());
        return new Checked(answers, List.of());
    }

    private String name(String field, String raw, int limit) {
        String label = label(field);
        String name = PlainText.oneLine(raw);
        if (name.isEmpty()) {
            wrong(field, "Enter " + label);
        } else if (PlainText.hasControlCharacters(name)) {
            wrong(field, "Take the hidden characters out of " + label);
        } else if (name.length() > limit) {
            wrong(field, PlainText.capital(label) + " must be " + limit + " characters or fewer");
        }
        return name;
    }

    private String label(String field) {
        return switch (field) {
            case "bookerName" -> "your name";
            case "givenName" -> whose() + " first name";
            default -> whose() + " last name";
        };
    }

    private String whose() {
        return typed.forSomeoneElse() ? "the patient’s" : "your";
    }

    private @Nullable LocalDate birthDate(LocalDate today) {
        BirthDate parts = new BirthDate(typed.birthDay(), typed.birthMonth(), typed.birthYear());
        Mistake mistake = parts.mistake(today, whose());
        if (mistake == null) {
            return parts.date();
        }
        mistakes.add(mistake);
        return null;
    }

    private boolean contact(String kind) {
        boolean none =
                !typed.contactBy().contains("mobile") && !typed.contactBy().contains("email");
        if (none && kind.equals("mobile")) {
            wrong("contactBy", "Choose how the clinic can reach you");
        }
        return typed.contactBy().contains(kind);
    }

    private Answers.@Nullable Mobile mobile() {
        String number = PlainText.oneLine(typed.mobile());
        Answers.Mobile mobile = MobileNumber.read(number);
        if (number.isEmpty()) {
            wrong("mobile", "Enter your mobile number");
        } else if (mobile == null) {
            wrong("mobile", "Enter an Australian mobile number");
        }
        return mobile;
    }

    private String email() {
        String email = PlainText.oneLine(typed.email());
        String mistake = EmailAddress.mistake(email);
        if (mistake != null) {
            wrong("email", mistake);
        }
        return email;
    }

    private @Nullable String reason() {
        String reason = PlainText.lines(typed.reason());
        if (reason.length() > REASON_LIMIT) {
            wrong("reason", "Reason for the visit must be " + REASON_LIMIT + " characters or fewer");
        }
        return reason.isEmpty() ? null : reason;
    }

    private void wrong(String field, String message) {
        mistakes.add(new Mistake(field, message));
    }
}
