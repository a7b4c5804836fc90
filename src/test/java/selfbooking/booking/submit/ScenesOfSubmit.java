package selfbooking.booking.submit;

import selfbooking.booking.People;
import selfbooking.booking.State;
import selfbooking.booking.Step;
import selfbooking.booking.draft.answers.Answers;

/** For each step of a submit: what has to go wrong in the diary so that the step is taken at all, and how it ends then. */
final class ScenesOfSubmit {

    private static final Answers ONE_OF_SEVERAL =
            People.grace().withEmail("someone@example.com").answers();

    /** The diary's part, and what the patient is told in the end. */
    record Scene(Answers patient, String fault, boolean receptionWasQuicker, State end) {}

    private ScenesOfSubmit() {}

    static Scene of(Step step) {
        return switch (step) {
            case CLIENT_NOT_CREATED -> fault("POST", "client/", "status");
            case NOT_SENT -> fault("POST", "appointment/", "status");
            case UNCLEAR, LIST_APPOINTMENTS, READ_APPOINTMENT -> fault("POST", "appointment/", "drop-after");
            case LOOK_AGAIN -> fault("GET", "client/", "not-json");
            case TAKEN -> new Scene(People.ZOE, "", true, State.TAKEN);
            case CALL_CLINIC -> new Scene(ONE_OF_SEVERAL, "", false, State.CALL_CLINIC);
            default -> new Scene(People.ZOE, "", false, State.BOOKED);
        };
    }

    private static Scene fault(String method, String path, String kind) {
        var json = "{\"method\":\"%s\",\"path\":\"%s\",\"kind\":\"%s\",\"status\":429}";
        return new Scene(People.ZOE, json.formatted(method, path, kind), false, State.BOOKED);
    }
}
