package selfbooking.booking.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.Slot;
import selfbooking.booking.privacy.AppSecret;

class SlotCodeTest {

    private final SlotCode codes = new SlotCode("clinic", new AppSecret("a secret of this installation only"));
    private final Slot slot = new Slot(
            "who", "where", "what", Instant.parse("2026-11-24T22:30:00Z"), Instant.parse("2026-11-24T23:00:00Z"));

    @Test
    void reads_what_it_wrote() {
        assertThat(codes.read(codes.write(slot))).contains(slot);
    }

    @Test
    void same_slot_gives_the_same_code() {
        assertThat(codes.write(slot)).isEqualTo(codes.write(slot));
    }

    @Test
    void code_with_any_character_changed_is_not_ours() {
        var code = codes.write(slot);
        for (var i = 0; i < code.length(); i++) {
            var forged = new StringBuilder(code);
            forged.setCharAt(i, (char) (code.charAt(i) ^ 1));
            assertThat(codes.read(forged.toString())).as("character %d", i).isEmpty();
        }
    }

    @Test
    void code_of_another_clinic_is_not_ours() {
        var other = new SlotCode("other", new AppSecret("a secret of this installation only"));

        assertThat(other.read(codes.write(slot))).isEmpty();
    }

    @Test
    void code_of_another_installation_is_not_ours() {
        var other = new SlotCode("clinic", new AppSecret("another installation's own secret"));

        assertThat(other.read(codes.write(slot))).isEmpty();
    }

    @Test
    void code_from_before_a_change_of_secret_is_ours_until_the_old_one_goes() {
        var after = new AppSecret("the secret after a change of it", "a secret of this installation only");
        var later = new SlotCode("clinic", new AppSecret("the secret after a change of it"));

        assertThat(new SlotCode("clinic", after).read(codes.write(slot))).contains(slot);
        assertThat(later.read(codes.write(slot))).isEmpty();
    }

    @Test
    void new_code_is_signed_with_the_new_secret() {
        var after = new AppSecret("the secret after a change of it", "a secret of this installation only");
        var later = new SlotCode("clinic", new AppSecret("the secret after a change of it"));

        assertThat(later.read(new SlotCode("clinic", after).write(slot))).contains(slot);
    }

    @Test
    void junk_is_not_ours() {
        assertThat(codes.read("")).isEmpty();
        assertThat(codes.read("AAAA")).isEmpty();
        assertThat(codes.read("~".repeat(5))).isEmpty();
        assertThat(codes.read("A~".repeat(2_500))).isEmpty();
    }
}
