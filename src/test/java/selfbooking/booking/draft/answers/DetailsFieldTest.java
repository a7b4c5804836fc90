package selfbooking.booking.draft.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import selfbooking.booking.draft.answers.DetailsField.Box;
import selfbooking.booking.draft.answers.DetailsField.Destination;

/** What else knows the fields of the details form agrees with their table. */
class DetailsFieldTest {

    @Test
    void every_box_has_a_label() {
        assertThat(boxes())
                .allSatisfy(
                        field -> assertThat(Messages.of(field.id() + ".label")).isNotBlank());
    }

    @Test
    void what_goes_into_the_notes_has_words_around_it_and_is_on_the_check_page() {
        assertThat(DetailsField.values()).allSatisfy(field -> {
            boolean noted = field.destination() == Destination.NOTES;
            assertThat(Messages.find(field.id() + ".notes") != null).isEqualTo(noted);
            assertThat(!noted || Messages.find(field.id() + ".check") != null).isTrue();
        });
    }

    @Test
    void what_is_sealed_or_sent_can_be_told_apart() {
        assertThat(DetailsField.values()).extracting(DetailsField::id).doesNotHaveDuplicates();
        assertThat(fields().map(DetailsField::sealedAs)
                        .filter(name -> name != null)
                        .toList())
                .doesNotHaveDuplicates()
                .doesNotContain("born", "mobile", "mobileTyped", "agreed");
    }

    @Test
    void every_sentence_belongs_to_a_field_and_is_whole() throws IOException {
        Properties all = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            all.load(in);
        }
        assertThat(all.stringPropertyNames())
                .allMatch(name ->
                        name.startsWith("birthDate.") || fields().anyMatch(field -> name.startsWith(field.id() + ".")));
        assertThat(all.values())
                .allSatisfy(text ->
                        assertThat(text.toString()).isEqualTo(text.toString().strip()));
    }

    @Test
    void every_box_has_a_place_on_the_page() throws IOException {
        String pages = Files.readString(Path.of("templates/pages/details.html"))
                + Files.readString(Path.of("templates/parts/details.html"));

        assertThat(boxes().filter(field -> !field.id().startsWith("birth")))
                .allSatisfy(field -> assertThat(pages).contains("(${page.fields.box." + field.id() + "})"));
        assertThat(fields().filter(field -> field.box() == Box.CHOICE))
                .allSatisfy(field -> assertThat(pages).contains("name=\"" + field.id() + "\""));
    }

    /** The script fills the user's own data in again once the appointment is for the user. */
    @Test
    void script_knows_what_a_browser_may_fill_in() throws IOException {
        String script = Files.readString(Path.of("static/js/forms.js"));

        assertThat(Pattern.compile("\\w+: \"[a-z-]+\"")
                        .matcher(script.lines()
                                .filter(line -> line.contains("const own = "))
                                .collect(Collectors.joining()))
                        .results()
                        .map(MatchResult::group))
                .containsExactlyElementsOf(
                        boxes().filter(field -> !field.autocomplete(false).equals(field.autocomplete(true)))
                                .map(field -> field.id() + ": \"" + field.autocomplete(false) + '"')
                                .toList());
    }

    private static Stream<DetailsField> fields() {
        return Stream.of(DetailsField.values());
    }

    private static Stream<DetailsField> boxes() {
        return fields().filter(field -> field.box() != Box.CHOICE);
    }
}
