package selfbooking.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.booking.FaultPoints;
import selfbooking.booking.submit.SubmitTimings;
import selfbooking.coreplus.Connection;
import selfbooking.notice.MailServer;
import selfbooking.store.DatabaseUrl;
import selfbooking.web.server.AddressRange;
import selfbooking.web.server.TrustedProxies;

/** Turns text from the environment into settings and collects every mistake on the way. */
final class SettingsReader {

    private static final List<String> COREPLUS =
            List.of("COREPLUS_URL", "COREPLUS_CONSUMER_ID", "COREPLUS_SECRET", "COREPLUS_ACCESS_TOKEN");
    private static final Set<String> RESERVED_SLUGS =
            Set.of("health", "metrics", "static", "dev", "operator", "console");
    private static final int SHORTEST_SECRET = 32;
    private static final int SHORTEST_TOKEN = 16;

    private final Environment environment;
    private final Path workingFolder;

    SettingsReader(Map<String, String> variables, Path workingFolder) {
        this.environment = new Environment(variables);
        this.workingFolder = workingFolder;
    }

    Settings read() throws SettingsWrong {
        var connection = connection();
        var databaseUrl = databaseUrl();
        var settings = new Settings(
                environment.number("PORT", 0, 65_535),
                connection,
                clinic(connection == null),
                clinicEmail(),
                mailServer(),
                baseUrl(),
                trustedProxies(),
                environment.number("HOLDS_PER_ADDRESS", 1, 100_000),
                dataFolder(),
                databaseUrl,
                appSecret(),
                environment.secret("APP_SECRET_BEFORE", SHORTEST_SECRET),
                metricsToken(),
                patience(connection),
                faults(connection),
                clockOffset(connection == null),
                live());
        if (!environment.mistakes().isEmpty()) {
            throw new SettingsWrong(environment.mistakes());
        }
        return settings;
    }

    private @Nullable Connection connection() {
        var set = COREPLUS.stream()
                .filter(name -> environment.given(name) != null)
                .toList();
        if (set.isEmpty()) {
            return null;
        }
        COREPLUS.stream()
                .filter(name -> !set.contains(name))
                .forEach(name -> environment.wrong(name, "is missing: the four COREPLUS variables go together"));
        var url = environment.given("COREPLUS_URL") == null ? null : environment.address("COREPLUS_URL");
        return new Connection(
                url == null ? URI.create("http://localhost") : url,
                environment.text("COREPLUS_CONSUMER_ID"),
                environment.text("COREPLUS_SECRET"),
                environment.text("COREPLUS_ACCESS_TOKEN"));
    }

    private Clinic clinic(boolean demonstration) {
        var name = environment.given("CLINIC_NAME");
        var phone = environment.given("CLINIC_PHONE");
        return new Clinic(
                slug(),
                name != null ? name : demonstration ? "Harbour Street Clinic" : environment.text("CLINIC_NAME"),
                phone != null ? phone : demonstration ? "02 5550 1234" : null,
                environment.number("CLINIC_HUE", 0, 359),
                environment.given("CLINIC_TERMS") == null ? null : environment.address("CLINIC_TERMS"),
                frameSites(),
                Clinic.DEFAULT_NOTICE,
                Clinic.DEFAULT_HORIZON_WEEKS);
    }

    private String slug() {
        var slug = environment.text("CLINIC_SLUG");
        if (!slug.matches("[a-z0-9][a-z0-9-]{0,62}") || RESERVED_SLUGS.contains(slug) || slug.startsWith("embed")) {
            environment.wrong(
                    "CLINIC_SLUG", "may hold lower-case letters, digits and hyphens and must not be a reserved word");
        }
        return slug;
    }

    private List<String> frameSites() {
        var origins = environment.list("FRAME_SITES");
        origins.stream()
                .filter(site -> !isOrigin(site))
                .forEach(site -> environment.wrong(
                        "FRAME_SITES", "holds \"" + site + "\", which is not an origin (scheme and host, no path)"));
        return origins;
    }

    private static boolean isOrigin(String site) {
        var uri = Environment.uri(site);
        return uri != null && site.equalsIgnoreCase(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private @Nullable String clinicEmail() {
        var address = environment.given("CLINIC_EMAIL");
        if (address != null && !address.matches("[^@\\s,;:<>()\"\\\\\\p{Cntrl}]+@[A-Za-z0-9.-]+")) {
            environment.wrong("CLINIC_EMAIL", "is not one mail address");
        }
        if (address != null && environment.given("SMTP_URL") == null) {
            environment.wrong("SMTP_URL", "is missing: without it no mail reaches CLINIC_EMAIL");
        }
        return address;
    }

    private @Nullable MailServer mailServer() {
        var url = environment.given("SMTP_URL");
        try {
            return url == null ? null : MailServer.of(url);
        } catch (IllegalArgumentException e) {
            environment.wrong("SMTP_URL", Objects.requireNonNull(e.getMessage()));
            return null;
        }
    }

    private @Nullable URI baseUrl() {
        return environment.given("BASE_URL") == null ? null : environment.address("BASE_URL");
    }

    private TrustedProxies trustedProxies() {
        var ranges = environment.list("TRUSTED_PROXIES");
        ranges.stream()
                .filter(range -> AddressRange.parse(range).isEmpty())
                .forEach(range -> environment.wrong(
                        "TRUSTED_PROXIES", "holds \"" + range + "\", which is neither an address nor a range"));
        return new TrustedProxies(ranges.stream()
                .flatMap(range -> AddressRange.parse(range).stream())
                .toList());
    }

    Path dataFolder() {
        return workingFolder.resolve(environment.text("DATA_DIR"));
    }

    private @Nullable DatabaseUrl databaseUrl() {
        var value = environment.given("DATABASE_URL");
        try {
            return value == null ? null : DatabaseUrl.parse(value);
        } catch (IllegalArgumentException e) {
            environment.wrong(
                    "DATABASE_URL",
                    "is not the address of a PostgreSQL database with user and password percent-encoded");
            return null;
        }
    }

    private @Nullable String appSecret() {
        if (environment.given("APP_SECRET") == null && environment.given("DATABASE_URL") != null) {
            environment.wrong(
                    "APP_SECRET", "is missing: with DATABASE_URL it must be the same wherever the application runs");
        }
        return environment.secret("APP_SECRET", SHORTEST_SECRET);
    }

    /** It travels in a header, where other characters arrive as something else. */
    private @Nullable String metricsToken() {
        var token = environment.secret("METRICS_TOKEN", SHORTEST_TOKEN);
        if (token != null && !token.matches("[!-~]*")) {
            environment.wrong("METRICS_TOKEN", "may hold letters without accents, digits and signs, but no space");
        }
        return token;
    }

    /** Shorter than what the gate, a second signature and a token's life take is true of a diary on this machine only. */
    private SubmitTimings patience(@Nullable Connection connection) {
        int least = isOnThisMachine(connection)
                ? 2
                : (int) SubmitTimings.USUAL.mayArrive().toSeconds();
        return SubmitTimings.arrivingWithin(
                Duration.ofSeconds(environment.number("LATE_ARRIVAL_SECONDS", least, 3_600)));
    }

    private FaultPoints faults(@Nullable Connection connection) {
        var point = environment.given("FAULT_POINT");
        try {
            if (point != null && !isOnThisMachine(connection)) {
                environment.wrong("FAULT_POINT", "is for tests with a diary on this machine only; unset it");
            }
            return point == null ? FaultPoints.NONE : FaultPoints.of(point);
        } catch (IllegalArgumentException e) {
            environment.wrong("FAULT_POINT", "is " + e.getMessage());
            return FaultPoints.NONE;
        }
    }

    private static boolean isOnThisMachine(@Nullable Connection connection) {
        return connection == null
                || Set.of("127.0.0.1", "localhost", "[::1]")
                        .contains(connection.url().getHost());
    }

    private Duration clockOffset(boolean demonstration) {
        var seconds = environment.number("CLOCK_OFFSET_SECONDS", -1_000_000_000, 1_000_000_000);
        if (seconds != 0 && !demonstration) {
            environment.wrong("CLOCK_OFFSET_SECONDS", "is for the demonstration only; unset it");
        }
        return Duration.ofSeconds(seconds);
    }

    private boolean live() {
        var value = environment.given("LIVE");
        if (value == null) {
            return Stream.of("pom.xml", "templates", "static")
                    .allMatch(name -> Files.exists(workingFolder.resolve(name)));
        }
        if (!value.equals("true") && !value.equals("false")) {
            environment.wrong("LIVE", "is neither true nor false");
        }
        return value.equals("true");
    }
}
