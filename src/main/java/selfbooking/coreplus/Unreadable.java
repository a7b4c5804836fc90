package selfbooking.coreplus;

/** An answer lacks a member, or has it in a form that we cannot read; the message names the member only. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String member) {
        super(member);
    }
}
