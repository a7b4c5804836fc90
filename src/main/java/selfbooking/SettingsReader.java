package selfbooking;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.coreplus.Connection;

/** Turns text from the environment into settings and collects every mistake on the way. */
final class SettingsReader {

    private static final List<String> COREPLUS =
            List.of("COREPLUS_URL", "COREPLUS_CONSUMER_ID", "COREPLUS_SECRET", "COREPLUS_ACCESS_TOKEN");
    private static final Set<String> RESERVED_SLUGS =
            Set.of("health", "metrics", "static", "dev", "operator", "console");
    private static final int SHORTEST_SECRET = 32;
    private static final int SHORTEST_TOKEN = 16;

    private final Map<String, String> environment;
    private final Path workingFolder;
    private final List<String> mistakes = new ArrayList<>();

    SettingsReader(Map<String, String> environment, Path workingFolder) {
        this.environment = environment;
        this.workingFolder = workingFolder;
    }

    Settings read() throws SettingsWrong {
        var connection = connection();
        var settings = new Settings(
                number("PORT", 0, 65_535),
                connection,
                clinic(connection == null),
                baseUrl(),
                workingFolder.resolve(text("DATA_DIR")),
                secret("APP_SECRET", SHORTEST_SECRET),
                metricsToken(),
                clockOffset(connection == null),
                live());
        if (!mistakes.isEmpty()) {
            throw new SettingsWrong(mistakes);
        }
        return settings;
    }

    private @Nullable String given(String name) {
        var value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private String text(String name) {
        var value = given(name);
        return value == null ? variable(name).fallback() : value;
    }

    private static Variable variable(String name) {
        return Settings.VARIABLES.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void wrong(String name, String what) {
        var variable = variable(name);
        var value = variable.secret() ? "" : " \"" + environment.getOrDefault(name, "") + "\"";
        mistakes.add(name + value + " " + what + ", for example " + name + "=" + variable.example());
    }

    private int number(String name, int least, int most) {
        var value = text(name);
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        wrong(name, "is not a whole number from " + least + " to " + most);
        return least;
    }

    private @Nullable Connection connection() {
        var set = COREPLUS.stream().filter(name -> given(name) != null).toList();
        if (set.isEmpty()) {
            return null;
        }
        COREPLUS.stream()
                .filter(name -> !set.contains(name))
                .forEach(name -> wrong(name, "is missing: the four COREPLUS variables go together"));
        var url = given("COREPLUS_URL") == null ? null : address("COREPLUS_URL");
        return new Connection(
                url == null ? URI.create("http://localhost") : url,
                environment.getOrDefault("COREPLUS_CONSUMER_ID", "").strip(),
                environment.getOrDefault("COREPLUS_SECRET", "").strip(),
                environment.getOrDefault("COREPLUS_ACCESS_TOKEN", "").strip());
    }

    /** An http or https address with a host, or null after the mistake was noted. */
    private @Nullable URI address(String name) {
        var uri = uri(text(name));
        if (uri == null) {
            wrong(name, "is not an http or https address");
        }
        return uri;
    }

    private static @Nullable URI uri(String value) {
        try {
            var uri = new URI(value);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https")) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private Clinic clinic(boolean demonstration) {
        var name = given("CLINIC_NAME");
        var phone = given("CLINIC_PHONE");
        return new Clinic(
                slug(),
                name != null ? name : demonstration ? "Harbour Street Clinic" : text("CLINIC_NAME"),
                phone != null ? phone : demonstration ? "02 5550 1234" : null,
                number("CLINIC_HUE", 0, 359),
                given("CLINIC_TERMS") == null ? null : address("CLINIC_TERMS"),
                frameSites(),
                Clinic.DEFAULT_NOTICE,
                Clinic.DEFAULT_HORIZON_WEEKS);
    }

    private String slug() {
        var slug = text("CLINIC_SLUG");
        if (!slug.matches("[a-z0-9][a-z0-9-]{0,62}") || RESERVED_SLUGS.contains(slug) || slug.startsWith("embed")) {
            wrong("CLINIC_SLUG", "may hold lower-case letters, digits and hyphens and must not be a reserved word");
        }
        return slug;
    }

    private List<String> frameSites() {
        var value = given("FRAME_SITES");
        var sites = value == null ? Stream.<String>empty() : Arrays.stream(value.split(","));
        var origins = sites.map(String::strip).filter(site -> !site.isEmpty()).toList();
        origins.stream()
                .filter(site -> !isOrigin(site))
                .forEach(site -> wrong(
                        "FRAME_SITES", "holds \"" + site + "\", which is not an origin (scheme and host, no path)"));
        return origins;
    }

    private static boolean isOrigin(String site) {
        var uri = uri(site);
        return uri != null && site.equalsIgnoreCase(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private @Nullable URI baseUrl() {
        return given("BASE_URL") == null ? null : address("BASE_URL");
    }

    private @Nullable String secret(String name, int shortest) {
        var secret = given(name);
        if (secret != null && secret.length() < shortest) {
            wrong(name, "is shorter than " + shortest + " characters");
        }
        if (variable(name).example().equals(secret)) {
            wrong(name, "is the example of the documentation, which everybody knows");
        }
        return secret;
    }

    /** It travels in a header, where other characters arrive as something else. */
    private @Nullable String metricsToken() {
        var token = secret("METRICS_TOKEN", SHORTEST_TOKEN);
        if (token != null && !token.matches("[!-~]*")) {
            wrong("METRICS_TOKEN", "may hold letters without accents, digits and signs, but no space");
        }
        return token;
    }

    private Duration clockOffset(boolean demonstration) {
        var seconds = number("CLOCK_OFFSET_SECONDS", -1_000_000_000, 1_000_000_000);
        if (seconds != 0 && !demonstration) {
            wrong("CLOCK_OFFSET_SECONDS", "is for the demonstration only; unset it");
        }
        return Duration.ofSeconds(seconds);
    }

    private boolean live() {
        var value = given("LIVE");
        if (value == null) {
            return Stream.of("pom.xml", "templates", "static")
                    .allMatch(name -> Files.exists(workingFolder.resolve(name)));
        }
        if (!value.equals("true") && !value.equals("false")) {
            wrong("LIVE", "is neither true nor false");
        }
        return value.equals("true");
    }
}
