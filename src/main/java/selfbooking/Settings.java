package selfbooking;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.coreplus.Connection;

/**
 * What the environment says, read once.
 *
 * @param connection null for the demonstration, which brings its own sandbox
 * @param baseUrl how patients reach the application; null to take it from each request
 * @param appSecret null to keep one of our own making in the data folder
 * @param metricsToken opens the figures to whoever sends it; null keeps them closed
 * @param clockOffset how far the application's clock is set off, in the demonstration only
 * @param live whether templates and styles are read anew at each request
 */
record Settings(
        int port,
        @Nullable Connection connection,
        Clinic clinic,
        @Nullable URI baseUrl,
        Path dataFolder,
        @Nullable String appSecret,
        @Nullable String metricsToken,
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
            new Variable("DATA_DIR", "data", "/var/lib/selfbooking", false, "Folder of the database"),
            new Variable(
                    "APP_SECRET",
                    "made once, kept in DATA_DIR",
                    "32-or-more-random-letters-and-digits",
                    true,
                    "Encrypts patients' answers and signs times; at least 32 characters"),
            new Variable(
                    "METRICS_TOKEN",
                    "no metrics",
                    "16-or-more-random-letters-and-digits",
                    true,
                    "Opens /metrics to whoever sends it as a bearer token; at least 16 characters"),
            new Variable("CLOCK_OFFSET_SECONDS", "0", "3600", false, "Sets the clock off, in the demonstration only"),
            new Variable("LIVE", "true in a checkout", "false", false, "Reads templates and styles at each request"),
            new Variable("LOG_LEVEL", "INFO", "DEBUG", false, "How much is logged"));

    /**
     * Reads and checks everything.
     *
     * @param workingFolder where relative folders start, and where a checkout is recognised
     * @throws SettingsWrong when anything is wrong, with all that is
     */
    static Settings read(Map<String, String> environment, Path workingFolder) throws SettingsWrong {
        return new SettingsReader(environment, workingFolder).read();
    }

    boolean demonstration() {
        return connection == null;
    }

    /** Names nothing secret. */
    @Override
    public String toString() {
        return "Settings[port " + port + ", clinic " + clinic.slug() + "]";
    }
}
