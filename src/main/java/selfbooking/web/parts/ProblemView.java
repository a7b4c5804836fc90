package selfbooking.web.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that says why there is no other: not found (404), our fault (500), not now (429, 503). */
public record ProblemView(
        String heading, List<String> lines, @Nullable Link next) implements Page {

    /** Unknown, foreign and guessed addresses alike. */
    public static ProblemView notFound(String homeHref) {
        return new ProblemView(
                "Page not found",
                List.of("If you typed the address, check that it is right.", "If you followed a link, it may be old."),
                new Link(homeHref, "See free times"));
    }

    /** A fault of ours. */
    public static ProblemView problem(@Nullable String retryHref) {
        return new ProblemView(
                "Sorry, there is a problem with this page",
                List.of("Try again in a few minutes.", "If you were booking, the answers you sent before are kept."),
                retryHref == null ? null : new Link(retryHref, "Try again"));
    }

    /** Nothing can be kept, so nothing may be started or sent. */
    public static ProblemView closed(@Nullable String retryHref) {
        return new ProblemView(
                "We cannot take bookings at the moment",
                List.of("Nothing was sent to the clinic just now.", "Try again in a few minutes."),
                retryHref == null ? null : new Link(retryHref, "Try again"));
    }

    /** As many times are kept for one connection as may be; for that many minutes at most. */
    public static ProblemView tooManyKept(long minutes, String homeHref) {
        return new ProblemView(
                "We cannot keep this time for you yet",
                List.of(
                        "Too many times are being kept from your connection at the moment. It may be one that you share"
                                + " with others. Each of them stays kept.",
                        "Finish or give up one of them, or call the clinic.",
                        "Or try again in " + (minutes == 1 ? "a minute." : minutes + " minutes.")),
                new Link(homeHref, "See free times"));
    }

    /** The clinic's diary does not answer, or too many people ask at once. */
    public static ProblemView busy(@Nullable String retryHref) {
        return new ProblemView(
                "The clinic’s diary is not answering",
                List.of(
                        "We cannot reach the clinic’s diary at the moment. Nothing is lost, and nothing has been sent.",
                        "Try again in a minute."),
                retryHref == null ? null : new Link(retryHref, "Try again"));
    }
}
