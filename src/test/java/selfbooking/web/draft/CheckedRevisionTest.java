package selfbooking.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a check page carries of the draft that it showed. */
class CheckedRevisionTest {

    @Test
    void revision_and_time_are_read_as_they_were_written() {
        assertThat(CheckedRevision.of("12.lee~here~visit")).isEqualTo(new CheckedRevision(12, "lee~here~visit"));
        assertThat(CheckedRevision.of("3.")).isEqualTo(new CheckedRevision(3, ""));
        assertThat(CheckedRevision.of("3.a.b")).isEqualTo(new CheckedRevision(3, "a.b"));
    }

    @Test
    void text_that_is_none_of_ours_is_of_no_draft() {
        assertThat(CheckedRevision.of("")).isEqualTo(new CheckedRevision(0, ""));
        assertThat(CheckedRevision.of("x").revision()).isZero();
        assertThat(CheckedRevision.of("12").revision()).isZero();
        assertThat(CheckedRevision.of("-1.lee").revision()).isZero();
        assertThat(CheckedRevision.of("9999999999.lee").revision()).isZero();
    }

    /** A digest stood where the revision stands now: the page is shown again with what is different. */
    @Test
    void page_from_before_an_update_names_no_revision_but_its_time() {
        assertThat(CheckedRevision.of("0f3a92b1c4d5e6f7.lee~here")).isEqualTo(new CheckedRevision(0, "lee~here"));
    }
}
