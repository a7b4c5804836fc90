package selfbooking.coreplus.http;

/** An answer lacks a member, or has it in a form that we cannot read; the message names the member only. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String member) {
        super(member);
    }
}
