package selfbooking.booking.draft.answers;

/** What people type or paste, freed of what nobody sees; letters of every script stay as they are. */
final class PlainText {

    private static final String UNSEEN = "[\\u00AD\\u200B\\u2060\\uFEFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

    private PlainText() {}

    /** Trimmed, with odd blanks made one space. Control characters stay inside, to be refused. */
    static String oneLine(String typed) {
        return typed.replaceAll(UNSEEN, "").replaceAll("\\p{Z}+", " ").strip();
    }

    /** As a text box counts it: a line end is one character, and control characters are dropped. */
    static String lines(String typed) {
        String ends = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return ends.replaceAll(UNSEEN, "")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", "")
                .strip();
    }

    static boolean hasControlCharacters(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
