package selfbooking.settings;

import static selfbooking.settings.Setting.of;
import static selfbooking.settings.Setting.optional;
import static selfbooking.settings.Setting.secret;

import java.net.URI;
import java.util.List;
import selfbooking.notice.MailServer;
import selfbooking.store.DatabaseUrl;
import selfbooking.web.server.TrustedProxies;

/** The table of all settings; {@code docs/operating.md} and {@code .env.example} repeat it for operators. */
public final class Variables {

    public static final Setting<Integer> PORT =
            of("PORT", "8080", "5123", "Port that patients' requests come in on", Parsers.number(0, 65_535));

    static final Setting<URI> COREPLUS_URL = optional(
            "COREPLUS_URL",
            "own sandbox",
            "https://sandbox.coreplus.com.au",
            "Server of the clinic's diary; the four COREPLUS variables go together",
            AddressParsers::address);

    static final Setting<String> COREPLUS_CONSUMER_ID = optional(
            "COREPLUS_CONSUMER_ID", "own sandbox", "your-consumer-id", "Consumer Id of the add-on", Parsers::text);

    static final Setting<String> COREPLUS_SECRET = secret(
            "COREPLUS_SECRET", "own sandbox", "your-consumer-secret", "Consumer Secret, as shown", Parsers::text);

    static final Setting<String> COREPLUS_ACCESS_TOKEN = secret(
            "COREPLUS_ACCESS_TOKEN", "own sandbox", "your-access-token", "The clinic's Access Token", Parsers::text);

    static final Setting<String> CLINIC_SLUG =
            of("CLINIC_SLUG", "clinic", "harbour", "First part of every address of the clinic", Parsers::slug);

    static final Setting<String> CLINIC_NAME =
            optional("CLINIC_NAME", "Our clinic", "Harbour Street Physiotherapy", "Name on every page", Parsers::text);

    static final Setting<String> CLINIC_PHONE =
            optional("CLINIC_PHONE", "none", "02 5550 1234", "Phone on every page that disappoints", Parsers::text);

    public static final Setting<String> CLINIC_EMAIL = optional(
            "CLINIC_EMAIL",
            "none",
            "reception@clinic.example",
            "Mail address that is told of a booking which needs a person; goes with SMTP_URL",
            AddressParsers::mailAddress);

    static final Setting<Integer> CLINIC_HUE =
            of("CLINIC_HUE", "178", "250", "Colour of the clinic, 0 to 359 degrees", Parsers.number(0, 359));

    static final Setting<URI> CLINIC_TERMS = optional(
            "CLINIC_TERMS",
            "none",
            "https://clinic.example/terms",
            "Terms that patients must agree to",
            AddressParsers::address);

    static final Setting<List<String>> FRAME_SITES = optional(
            "FRAME_SITES",
            "none",
            "https://clinic.example,https://www.clinic.example",
            "Sites that may show the pages in a frame, separated by commas",
            AddressParsers::origins);

    public static final Setting<URI> BASE_URL = optional(
            "BASE_URL",
            "from the request",
            "https://book.clinic.example",
            "How patients reach the application",
            AddressParsers::address);

    public static final Setting<TrustedProxies> TRUSTED_PROXIES = optional(
            "TRUSTED_PROXIES",
            "none",
            "127.0.0.1,10.0.0.0/8",
            "Addresses or ranges, separated by commas, whose X-Forwarded-For is believed",
            AddressParsers::proxies);

    public static final Setting<Integer> HOLDS_PER_ADDRESS = of(
            "HOLDS_PER_ADDRESS",
            "30",
            "60",
            "Times that are kept at once for drafts from one network address",
            Parsers.number(1, 100_000));

    public static final Setting<MailServer> SMTP_URL = secret(
            "SMTP_URL",
            "none",
            "smtp://user:password@mail.clinic.example:587",
            "Server that takes our mail",
            AddressParsers::mailServer);

    static final Setting<String> DATA_DIR =
            of("DATA_DIR", "data", "/var/lib/selfbooking", "Folder of the database", Parsers::text);

    public static final Setting<DatabaseUrl> DATABASE_URL = secret(
            "DATABASE_URL",
            "SQLite in DATA_DIR",
            "postgres://selfbooking:your-password@localhost:5432/selfbooking",
            "PostgreSQL, which several instances may share; needs APP_SECRET",
            AddressParsers::databaseUrl);

    static final Setting<String> APP_SECRET = random(
            "APP_SECRET",
            "made once, kept in DATA_DIR",
            "32-or-more-random-letters-and-digits",
            "Encrypts patients' answers and signs times; at least 32 characters");

    public static final Setting<String> APP_SECRET_BEFORE = random(
            "APP_SECRET_BEFORE",
            "none",
            "what-APP_SECRET-was-until-its-change",
            "Still read for a while after a change of APP_SECRET");

    public static final Setting<String> METRICS_TOKEN = token(
            "METRICS_TOKEN",
            "no metrics",
            "16-or-more-random-letters-and-digits",
            "Opens /metrics to whoever sends it as a bearer token; at least 16 characters");

    /** Read by {@code logback.xml} itself. */
    static final Setting<String> LOG_LEVEL = of("LOG_LEVEL", "INFO", "DEBUG", "How much is logged", Parsers::text);

    /** In the documents' order. */
    static final List<Setting<?>> ALL = List.of(
            PORT,
            COREPLUS_URL,
            COREPLUS_CONSUMER_ID,
            COREPLUS_SECRET,
            COREPLUS_ACCESS_TOKEN,
            CLINIC_SLUG,
            CLINIC_NAME,
            CLINIC_PHONE,
            CLINIC_EMAIL,
            CLINIC_HUE,
            CLINIC_TERMS,
            FRAME_SITES,
            BASE_URL,
            TRUSTED_PROXIES,
            HOLDS_PER_ADDRESS,
            SMTP_URL,
            DATA_DIR,
            DATABASE_URL,
            APP_SECRET,
            APP_SECRET_BEFORE,
            METRICS_TOKEN,
            LOG_LEVEL);

    /** The switch of {@code bin/dev} and the {@code Procfile}: no setting of an operator. */
    static final Setting<Boolean> LIVE = optional(
            "LIVE", "true in a checkout", "false", "Reads templates and styles at each request", Parsers::yesOrNo);

    private Variables() {}

    private static Setting<String> random(String name, String fallback, String example, String meaning) {
        return secret(name, fallback, example, meaning, Parsers.random(32, example));
    }

    private static Setting<String> token(String name, String fallback, String example, String meaning) {
        return secret(name, fallback, example, meaning, Parsers.token(16, example));
    }
}
