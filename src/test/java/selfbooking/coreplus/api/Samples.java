package selfbooking.coreplus.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;

/** Made-up things to send. */
public final class Samples {

    public static final String PATIENT_NAME = "Nguyễn O'Brien & Co +1";

    public static final NewAppointment APPOINTMENT = new NewAppointment(
            OffsetDateTime.parse("2026-12-01T09:00:00+11:00"),
            OffsetDateTime.parse("2026-12-01T09:30:00+11:00"),
            "p-1",
            "l-1",
            "t-1",
            "c-1",
            "Booked online, reference ABC123");

    static final NewClient CLIENT =
            new NewClient("Ivy", "Tran", LocalDate.of(1990, 4, 12), "0491570006", null, "ABC123");

    public static final String APPOINTMENT_JSON = """
            {"appointment":{"appointmentId":"a-1","status":"Booked","startDateTime":"2026-12-01T09:00:00 +11:00",
             "endDateTime":"2026-12-01T09:30:00 +11:00","practitioner":{"practitionerId":"p-1"},"locationId":"l-1",
             "appointmentTypeId":"t-1","clients":[{"clientId":"c-1"}],"notes":""}}""";

    private Samples() {}
}
