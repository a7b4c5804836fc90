package selfbooking.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.coreplus.Connection;
import selfbooking.notice.MailServer;
import selfbooking.store.DatabaseUrl;
import selfbooking.web.server.TrustedProxies;

/**
 * What the environment says, read once.
 *
 * @param connection null for the demonstration, which brings its own sandbox
 * @param clinicEmail where the clinic reads of bookings that need a person; null to tell it nothing
 * @param mailServer never null when there is a mail address to write to
 * @param baseUrl how patients reach the application; null to take it from each request
 * @param trustedProxies whose word on a patient's network address is taken
 * @param holdsPerAddress for how many drafts from one network address times are kept at once
 * @param databaseUrl null for SQLite in the data folder
 * @param appSecret null to keep one of our own making in the data folder
 * @param appSecretBefore the one that APP_SECRET took the place of; null when there is none to read any more
 * @param metricsToken opens the figures to whoever sends it; null keeps them closed
 * @param patience how long a booking that was sent is waited for
 * @param faults where the application breaks off; nowhere but in a test
 * @param clockOffset how far the application's clock is set off, in the demonstration only
 * @param live whether templates and styles are read anew at each request
 */
public record Settings(
        int port,
        @Nullable Connection connection,
        Clinic clinic,
        @Nullable String clinicEmail,
        @Nullable MailServer mailServer,
        @Nullable URI baseUrl,
        TrustedProxies trustedProxies,
        int holdsPerAddress,
        Path dataFolder,
        @Nullable DatabaseUrl databaseUrl,
        @Nullable String appSecret,
        @Nullable String appSecretBefore,
        @Nullable String metricsToken,
        SubmitTimings patience,
        FaultPoints faults,
        Duration clockOffset,
        boolean live) {

    static final List<Variable> VARIABLES = List.of(
            new Variable("PORT", "8080", "5123", false, "Port that patients' requests come in on"),
            new Variable(
                    "COREPLUS_URL",
                    "own sandbox",
                    "https://sandbox.coreplus.com.au",
                    false,
                    "Server of the clinic's diary; the four COREPLUS variables go together"),
            new Variable("COREPLUS_CONSUMER_ID", "own sandbox", "your-consumer-id", false, "Consumer Id of the add-on"),
            new Variable("COREPLUS_SECRET", "own sandbox", "your-consumer-secret", true, "Consumer Secret, as shown"),
            new Variable(
                    "COREPLUS_ACCESS_TOKEN", "own sandbox", "your-access-token", true, "The clinic's Access Token"),
            new Variable("CLINIC_SLUG", "clinic", "harbour", false, "First part of every address of the clinic"),
            new Variable("CLINIC_NAME", "Our clinic", "Harbour Street Physiotherapy", false, "Name on every page"),
            new Variable("CLINIC_PHONE", "none", "02 5550 1234", false, "Phone on every page that disappoints"),
            new Variable(
                    "CLINIC_EMAIL",
                    "none",
                    "reception@clinic.example",
                    false,
                    "Mail address that is told of a booking which needs a person; goes with SMTP_URL"),
            new Variable("CLINIC_HUE", "178", "250", false, "Colour of the clinic, 0 to 359 degrees"),
            new Variable(
                    "CLINIC_TERMS", "none", "https://clinic.example/terms", false, "Terms that patients must agree to"),
            new Variable(
                    "FRAME_SITES",
                    "none",
                    "https://clinic.example,https://www.clinic.example",
                    false,
                    "Sites that may show the pages in a frame, separated by commas"),
            new Variable(
                    "BASE_URL",
                    "from the request",
                    "https://book.clinic.example",
                    false,
                    "How patients reach the application"),
            new Variable(
                    "TRUSTED_PROXIES",
                    "none",
                    "127.0.0.1,10.0.0.0/8",
                    false,
                    "Addresses or ranges, separated by commas, whose X-Forwarded-For is believed"),
            new Variable(
                    "HOLDS_PER_ADDRESS",
                    "30",
                    "60",
                    false,
                    "Times that are kept at once for drafts from one network address"),
            new Variable(
                    "SMTP_URL",
                    "none",
                    "smtp://user:password@mail.clinic.example:587",
                    true,
                    "Server that takes our mail"),
            new Variable("DATA_DIR", "data", "/var/lib/selfbooking", false, "Folder of the database"),
            new Variable(
                    "DATABASE_URL",
                    "SQLite in DATA_DIR",
                    "postgres://selfbooking:your-password@localhost:5432/selfbooking",
                    true,
                    "PostgreSQL, which several instances may share; needs APP_SECRET"),
            new Variable(
                    "APP_SECRET",
                    "made once, kept in DATA_DIR",
                    "32-or-more-random-letters-and-digits",
                    true,
                    "Encrypts patients' answers and signs times; at least 32 characters"),
            new Variable(
                    "APP_SECRET_BEFORE",
                    "none",
                    "what-APP_SECRET-was-until-its-change",
                    true,
                    "Still read for a while after a change of APP_SECRET"),
            new Variable(
                    "METRICS_TOKEN",
                    "no metrics",
                    "16-or-more-random-letters-and-digits",
                    true,
                    "Opens /metrics to whoever sends it as a bearer token; at least 16 characters"),
            new Variable(
                    "LATE_ARRIVAL_SECONDS",
                    "110",
                    "180",
                    false,
                    "How long after its sending a booking may still reach the diary; before that it is not sent again"),
            new Variable(
                    "FAULT_POINT",
                    "none",
                    "after-book:1:halt",
                    false,
                    "Breaks a booking off at that point, in tests with a diary on this machine only"),
            new Variable("CLOCK_OFFSET_SECONDS", "0", "3600", false, "Sets the clock off, in the demonstration only"),
            new Variable("LIVE", "true in a checkout", "false", false, "Reads templates and styles at each request"),
            new Variable("LOG_LEVEL", "INFO", "DEBUG", false, "How much is logged"));

    /**
     * Reads and checks everything.
     *
     * @param workingFolder where relative folders start, and where a checkout is recognised
     * @throws SettingsWrong when anything is wrong, with all that is
     */
    public static Settings read(Map<String, String> environment, Path workingFolder) throws SettingsWrong {
        return new SettingsReader(environment, workingFolder).read();
    }

    /** The folder of the database, whatever else is set. */
    public static Path dataFolder(Map<String, String> environment, Path workingFolder) {
        return new SettingsReader(environment, workingFolder).dataFolder();
    }

    public boolean demonstration() {
        return connection == null;
    }

    /** Names nothing secret. */
    @Override
    public String toString() {
        return "Settings[port " + port + ", clinic " + clinic.slug() + "]";
    }
}
