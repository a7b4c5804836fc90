package selfbooking.faults;

/** What the diary's server may do to every call, as the sandbox's console is told it. */
enum Fault {
    ANSWERS_AFTER_FIVE_SECONDS("slow", "\"delayMillis\":5000"),
    ANSWERS_TOO_LATE("slow", "\"delayMillis\":6500"),
    NEVER_ANSWERS("slow", "\"delayMillis\":600000"),
    STALLS_IN_THE_BODY("stall", "\"delayMillis\":600000"),
    HALF_A_BODY("half-body", ""),
    ERROR_500("status", "\"status\":500"),
    TOO_MANY_CALLS("status", "\"status\":429"),
    TOO_MANY_CALLS_FOR_A_WHILE("status", "\"status\":429,\"retryAfterSeconds\":3"),
    HTML("html", ""),
    NOT_JSON("not-json", ""),
    FIFTY_MEGABYTES("huge", ""),
    HANGS_UP_BEFORE("drop-before", ""),
    HANGS_UP_AFTER("drop-after", "");

    private final String kind;
    private final String more;

    Fault(String kind, String more) {
        this.kind = kind;
        this.more = more;
    }

    String json() {
        return "{\"times\":0,\"kind\":\"" + kind + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
