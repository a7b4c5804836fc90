package selfbooking.coreplus.api;

/** What the product does not do: takes an appointment out of the diary again. */
public final class Cancelling {

    private Cancelling() {}

    public static void cancel(Api api, String appointmentId) {
        api.delete(appointmentId);
    }
}
