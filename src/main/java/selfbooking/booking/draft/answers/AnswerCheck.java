package selfbooking.booking.draft.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.draft.answers.TypedAnswers.Checked;
import selfbooking.booking.draft.answers.TypedAnswers.Mistake;

/** One look through a typed form, from its top to its end; collects what to mend. Used once, by one thread. */
final class AnswerCheck {

    private final TypedAnswers typed;
    private final LocalDate today;
    private final boolean termsShown;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<DetailsField, String> texts = new EnumMap<>(DetailsField.class);
    private @Nullable LocalDate born;
    private Answers.@Nullable Mobile mobile;

    AnswerCheck(TypedAnswers typed, LocalDate today, boolean termsShown) {
        this.typed = typed;
        this.today = today;
        this.termsShown = termsShown;
    }

    Checked result() {
        for (DetailsField field : DetailsField.values()) {
            field.check(this);
        }
        if (!mistakes.isEmpty()) {
            return new Checked(null, List.copyOf(mistakes));
        }
        boolean agreed = termsShown && isTicked(DetailsField.AGREE);
        return new Checked(new Answers(texts, Objects.requireNonNull(born), mobile, agreed), List.of());
    }

    void who(DetailsField field) {
        if (!typed.text(field).equals("me") && !typed.forSomeoneElse()) {
            wrong(field, "missing");
        }
    }

    void booker(DetailsField field) {
        if (typed.forSomeoneElse()) {
            name(field);
        }
    }

    void name(DetailsField field) {
        String name = PlainText.oneLine(typed.text(field));
        boolean hidden = PlainText.hasControlCharacters(name);
        keep(field, name, name.isEmpty() ? "missing" : hidden ? "hidden" : tooLong(field, name));
    }

    /** All three parts. */
    void birthDate(DetailsField day) {
        BirthDate parts = new BirthDate(
                typed.text(day), typed.text(DetailsField.BIRTH_MONTH), typed.text(DetailsField.BIRTH_YEAR));
        Mistake mistake = parts.mistake(today, typed.forSomeoneElse());
        if (mistake == null) {
            born = parts.date();
        } else {
            mistakes.add(mistake);
        }
    }

    void checkedBefore(DetailsField part) {}

    void contactBy(DetailsField field) {
        if (!isChosen(DetailsField.MOBILE) && !isChosen(DetailsField.EMAIL)) {
            wrong(field, "missing");
        }
    }

    private boolean isChosen(DetailsField kind) {
        return typed.all(DetailsField.CONTACT_BY).contains(kind.id());
    }

    void mobile(DetailsField field) {
        if (!isChosen(field)) {
            return;
        }
        String number = PlainText.oneLine(typed.text(field));
        mobile = MobileNumber.read(number);
        if (number.isEmpty()) {
            wrong(field, "missing");
        } else if (mobile == null) {
            wrong(field, "wrong");
        }
    }

    void email(DetailsField field) {
        if (!isChosen(field)) {
            return;
        }
        String email = PlainText.oneLine(typed.text(field));
        String tooLong = tooLong(field, email);
        String notOne = EmailAddress.isOne(email) ? null : "wrong";
        keep(field, email, email.isEmpty() ? "missing" : tooLong != null ? tooLong : notOne);
    }

    void optional(DetailsField field) {
        String text = PlainText.lines(typed.text(field));
        if (!text.isEmpty()) {
            keep(field, text, tooLong(field, text));
        }
    }

    private static @Nullable String tooLong(DetailsField field, String text) {
        return text.length() > field.limit() ? "long" : null;
    }

    private void keep(DetailsField field, String text, @Nullable String mistake) {
        texts.put(field, text);
        if (mistake != null) {
            wrong(field, mistake);
        }
    }

    void agree(DetailsField field) {
        if (termsShown && !isTicked(field)) {
            wrong(field, "missing");
        }
    }

    private boolean isTicked(DetailsField field) {
        return !typed.all(field).isEmpty();
    }

    private void wrong(DetailsField field, String what) {
        String message = Messages.of(field.id() + "." + what, typed.forSomeoneElse());
        mistakes.add(new Mistake(field.id(), message.replace("{0}", String.valueOf(field.limit()))));
    }
}
