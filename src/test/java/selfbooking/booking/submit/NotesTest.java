package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import selfbooking.booking.Person;
import selfbooking.booking.draft.answers.Answers;

class NotesTest {

    @Test
    void reference_comes_first() {
        assertThat(Notes.of("K742QX", answers(null, null))).isEqualTo("Booked online, reference K742QX");
    }

    @Test
    void booker_and_reason_follow() {
        assertThat(Notes.of("K742QX", answers("Ann Lee", "sore\r\nknee")))
                .isEqualTo("Booked online, reference K742QX, by Ann Lee. sore knee");
    }

    @Test
    void everything_at_its_longest_fits_whole() {
        var reason = "r".repeat(200);

        assertThat(Notes.of("K742QX", answers("b".repeat(60), reason)))
                .hasSizeLessThanOrEqualTo(300)
                .endsWith(reason);
    }

    private static Answers answers(@Nullable String booker, @Nullable String reason) {
        return Person.named("Li", "X")
                .bookedBy(booker)
                .withEmail("li@example.com")
                .because(reason)
                .answers();
    }
}
