package selfbooking.settings;

import java.util.List;

/** The settings cannot be used; every mistake is named, none shows a secret. */
public final class SettingsWrong extends Exception {

    private final List<String> mistakes;

    SettingsWrong(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
