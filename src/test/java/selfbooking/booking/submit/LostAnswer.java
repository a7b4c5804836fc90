package selfbooking.booking.submit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import selfbooking.TestStore;
import selfbooking.Wait;
import selfbooking.booking.Booking;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.diary.Lane;

/** A new patient's submit whose calls of one sort meet one fault of the sandbox, so many times. */
record LostAnswer(Call call, Fault fault, int times) {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(4);
    private static final String LOST_BOOKING =
            "{\"method\":\"POST\",\"path\":\"appointment/\",\"kind\":\"drop-after\"}";

    /** The calls of a submit; the last two are made only when the booking's answer got lost before. */
    enum Call {
        SEARCH("search the client", "GET", "client/"),
        CREATE("create the client", "POST", "client/"),
        BOOK("book", "POST", "appointment/"),
        LIST("list the day", "GET", "appointment/"),
        READ("read the appointment", "GET", "appointment/{id}");

        final String words;
        private final String method;
        private final String path;

        Call(String words, String method, String path) {
            this.words = words;
            this.method = method;
            this.path = path;
        }

        private boolean comesAfterALostBooking() {
            return this == LIST || this == READ;
        }
    }

    /** Every kind that the sandbox has, with what goes with it. */
    enum Fault {
        DROP_BEFORE("drop-before", ""),
        DROP_AFTER("drop-after", ""),
        SLOW("slow", ",\"delayMillis\":300"),
        STALL("stall", ",\"delayMillis\":800"),
        HALF_BODY("half-body", ""),
        STATUS_500("status", ",\"status\":500"),
        STATUS_500_AFTER("status-after", ",\"status\":500"),
        STATUS_429("status", ",\"status\":429"),
        HTML("html", ""),
        HTML_AFTER("html-after", ""),
        NOT_JSON("not-json", ""),
        HUGE("huge", "");

        private final String kind;
        private final String details;

        Fault(String kind, String details) {
            this.kind = kind;
            this.details = details;
        }

        String words() {
            return kind + (details.contains("status") ? " " + details.replaceAll("\\D", "") : "");
        }
    }

    /** What the patient was told, and what the diary and the sandbox's log of calls have. */
    record Ending(State told, int appointments, int clients, long bookingsSent) {}

    /** On SQLite always: what differs is the diary's part, and the tests' PostgreSQL keeps only a few databases at a time. */
    Ending in(Path folder) {
        try (var desk = new OpenDesk(TestStore.sqlite(folder), SubmitTimings.arrivingWithin(ARRIVES_WITHIN))) {
            desk.console.switches("{\"duplicatesAllowed\":true}");
            var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
            arm(desk);
            desk.bookings().submit(key, desk.find(key).revision());
            Wait.until(this + " decided", () -> !desk.find(key).state().pending());
            return ending(desk, desk.find(key));
        }
    }

    private void arm(OpenDesk desk) {
        if (call.comesAfterALostBooking()) {
            desk.console.arm(LOST_BOOKING);
        }
        desk.console.arm("{\"method\":\"%s\",\"path\":\"%s\",\"times\":%d,\"kind\":\"%s\"%s}"
                .formatted(call.method, call.path, times, fault.kind, fault.details));
    }

    /** The diary is read right after the state, so that one which says "booked" too early is found out. */
    private static Ending ending(OpenDesk desk, Booking told) {
        var appointments = desk.console.appointmentsNoting(Objects.requireNonNull(told.reference()));
        desk.console.clearFaults();
        var clients = desk.api.in(Lane.SUBMIT).clients(People.ZOE.familyName(), People.ZOE.birthDate());
        return new Ending(told.state(), appointments.size(), clients.size(), desk.posts("appointment"));
    }
}
