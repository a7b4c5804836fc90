package selfbooking.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that patients read, on every page in all its states. */
class WordsTest {
    private static final Pattern AVOIDED = Pattern.compile(
            "\\b(please|invalid|valid|required field|mandatory|illegal|forbidden|oops|session|time ?out|[45]\\d\\d error|error [45]\\d\\d)\\b|!",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Html HTML = new Html(false);

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void page_speaks_plainly(Samples.Sample sample) {
        assertThat(words(sample)).doesNotContainPattern(AVOIDED);
        assertThat(words(sample)).contains("In an emergency call 000");
        if (sample.view() != View.PROBLEM) {
            assertThat(words(sample).toLowerCase(Locale.ROOT)).doesNotContain("sorry");
        }
    }

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void only_the_booked_page_says_booked_in_its_heading(Samples.Sample sample) {
        assertThat(sample.page().heading().contains("booked")).isEqualTo(sample.view() == View.BOOKED);
    }

    @ParameterizedTest
    @MethodSource("selfbooking.web.parts.Samples#all")
    void clinic_phone_is_on_the_page_where_there_is_one(Samples.Sample sample) {
        assertThat(words(sample)).contains(sample.shell().phone() == null ? "clinic" : "Call " + Samples.PHONE);
    }

    /** Also those that no sample shows: each text of several words in the rooms whose words reach patients. */
    @ParameterizedTest
    @ValueSource(strings = {"booking", "web"})
    void no_text_in_our_code_begs_or_blames(String room) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java/selfbooking", room))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TEXT.matcher(Files.readString(file)).results().forEach(found -> texts.add(found.group(1)));
            }
        }
        assertThat(texts)
                .hasSizeGreaterThan(20)
                .noneMatch(text -> AVOIDED.matcher(text).find());
        assertThat(texts)
                .filteredOn(text -> text.matches("(?i).*\\bsorry\\b.*"))
                .allMatch(text -> text.startsWith("Sorry, there is a problem with"));
    }

    @Test
    void avoided_words_are_seen() {
        assertThat("Please enter a valid date").containsPattern(AVOIDED);
        assertThat("Booked!").containsPattern(AVOIDED);
    }

    private static String words(Samples.Sample sample) {
        String html = HTML.render(sample.view(), sample.shell(), sample.page(), false);
        return html.substring(html.indexOf("<body"))
                .replaceAll("<!--.*?-->|<[^>]*>", " ")
                .replaceAll("[ \\t\\n]+", " ");
    }
}
