package selfbooking.booking.draft.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import selfbooking.booking.draft.answers.TypedAnswers.Checked;

/** A details form that is right until a test types something else. */
final class TypedForm {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private String who = "me";
    private String booker = "";
    private String given = "Mina";
    private String family = "Okafor";
    private List<String> born = List.of("27", "3", "1987");
    private List<String> contactBy = List.of("mobile");
    private String mobile = "0491 570 006";
    private String email = "";
    private String reason = "";
    private boolean agree;

    TypedAnswers typed() {
        return new TypedAnswers(
                who,
                booker,
                given,
                family,
                born.get(0),
                born.get(1),
                born.get(2),
                contactBy,
                mobile,
                email,
                reason,
                agree);
    }

    TypedForm who(String typed) {
        who = typed;
        return this;
    }

    TypedForm booker(String typed) {
        booker = typed;
        return this;
    }

    TypedForm given(String typed) {
        given = typed;
        return this;
    }

    TypedForm family(String typed) {
        family = typed;
        return this;
    }

    TypedForm born(String day, String month, String year) {
        born = List.of(day, month, year);
        return this;
    }

    TypedForm contactBy(String... ticked) {
        contactBy = List.of(ticked);
        return this;
    }

    TypedForm mobile(String typed) {
        mobile = typed;
        return this;
    }

    TypedForm email(String typed) {
        email = typed;
        return this;
    }

    TypedForm reason(String typed) {
        reason = typed;
        return this;
    }

    TypedForm agree() {
        agree = true;
        return this;
    }

    /** The answers, when nothing is wrong. */
    Answers right() {
        Checked checked = typed().check(TODAY, false);
        assertThat(checked.mistakes()).isEmpty();
        return Objects.requireNonNull(checked.answers());
    }

    /** The only message, when one thing is wrong. */
    String message() {
        Checked checked = typed().check(TODAY, false);
        assertThat(checked.answers()).isNull();
        assertThat(checked.mistakes()).hasSize(1);
        return checked.mistakes().get(0).message();
    }
}
