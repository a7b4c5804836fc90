package selfbooking.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * One text field of a form: label, hint, message and box. Its id is its name.
 *
 * @param error the message beside the field, "Enter your first name"; null when it is fine
 * @param autocomplete the token of what it asks, or "off"
 * @param max most characters the box takes
 */
public record Field(
        String name,
        String label,
        @Nullable String hint,
        String value,
        @Nullable String error,
        String type,
        @Nullable String inputmode,
        String autocomplete,
        int max) {

    public boolean wrong() {
        return error != null;
    }

    public String hintId() {
        return name + "-hint";
    }

    public String errorId() {
        return name + "-error";
    }

    /** Ids of hint and message, in the order in which they are read; null without either. */
    @Nullable
    public String describedBy() {
        String both = (hint == null ? "" : hintId()) + (error == null ? "" : " " + errorId());
        return both.isEmpty() ? null : both.trim();
    }
}
