package selfbooking.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * How long the chosen time is kept.
 *
 * <p>On the details page the extending button sends the whole details form along, so that a patient without JavaScript
 * loses nothing: keep what was typed, without checking it. With htmx the answer's redirect is followed and only this
 * line is replaced.
 *
 * @param until "9:42 am"
 * @param secondsLeft at rendering; 0 or less once the hold has ended
 * @param extendAction where one tap keeps it longer; null once that has been used up
 * @param refreshHref the page's own address: asked by htmx, it answers with this line
 */
public record HoldLine(
        String until, long secondsLeft, @Nullable String extendAction, String refreshHref) {

    /** Two minutes are left, or fewer. */
    public boolean warn() {
        return secondsLeft > 0 && secondsLeft <= 120;
    }

    public boolean ended() {
        return secondsLeft <= 0;
    }

    public boolean extendable() {
        return extendAction != null && !ended();
    }

    /** For the live region, once the line has been replaced. */
    public String said() {
        if (ended()) {
            return "We are no longer keeping this time for you. Your answers are kept.";
        }
        String left = secondsLeft <= 60 ? "1 minute" : "2 minutes";
        return warn()
                ? "We are keeping this time for about " + left + " more"
                : "We are keeping this time for you until " + until;
    }
}
