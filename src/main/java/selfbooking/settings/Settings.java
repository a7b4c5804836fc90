package selfbooking.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.Clinic;
import selfbooking.coreplus.Connection;

/** What the environment says, checked once as a whole. */
public final class Settings {

    private static final List<Setting<?>> COREPLUS = List.of(
            Variables.COREPLUS_URL,
            Variables.COREPLUS_CONSUMER_ID,
            Variables.COREPLUS_SECRET,
            Variables.COREPLUS_ACCESS_TOKEN);

    private final Map<String, String> environment;
    private final Path workingFolder;

    private Settings(Map<String, String> environment, Path workingFolder) {
        this.environment = Map.copyOf(environment);
        this.workingFolder = workingFolder;
    }

    /**
     * Reads and checks everything.
     *
     * @param workingFolder where relative folders start, and where a checkout is recognised
     * @throws SettingsWrong when anything is wrong, with all that is
     */
    public static Settings read(Map<String, String> environment, Path workingFolder) throws SettingsWrong {
        var settings = new Settings(environment, workingFolder);
        var mistakes = settings.mistakes();
        if (!mistakes.isEmpty()) {
            throw new SettingsWrong(mistakes);
        }
        return settings;
    }

    /** The folder of the database, whatever else is set. */
    public static Path dataFolder(Map<String, String> environment, Path workingFolder) {
        return new Settings(environment, workingFolder).dataFolder();
    }

    private List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        Stream.concat(Variables.ALL.stream(), Stream.of(Variables.LIVE))
                .forEach(setting -> setting.read(environment, mistakes));
        COREPLUS.stream()
                .filter(setting -> !demonstration() && !isSet(setting))
                .map(setting -> missing(setting, "the four COREPLUS variables go together"))
                .forEach(mistakes::add);
        if (isSet(Variables.CLINIC_EMAIL) && !isSet(Variables.SMTP_URL)) {
            mistakes.add(missing(Variables.SMTP_URL, "without it no mail reaches CLINIC_EMAIL"));
        }
        if (isSet(Variables.DATABASE_URL) && !isSet(Variables.APP_SECRET)) {
            mistakes.add(missing(
                    Variables.APP_SECRET, "with DATABASE_URL it must be the same wherever the application runs"));
        }
        return mistakes;
    }

    private String missing(Setting<?> setting, String why) {
        return setting.mistake(environment, "is missing: " + why);
    }

    private boolean isSet(Setting<?> setting) {
        return setting.isSet(environment);
    }

    /** The value of one that is set or has a default. */
    public <T> T get(Setting<T> setting) {
        return Objects.requireNonNull(find(setting), setting.name());
    }

    /** Null when it is optional and not set. */
    public <T> @Nullable T find(Setting<T> setting) {
        return setting.read(environment, new ArrayList<>());
    }

    /** The demonstration brings its own sandbox. */
    public boolean demonstration() {
        return COREPLUS.stream().noneMatch(this::isSet);
    }

    /** Null for the demonstration. */
    public @Nullable Connection connection() {
        return demonstration()
                ? null
                : new Connection(
                        get(Variables.COREPLUS_URL),
                        get(Variables.COREPLUS_CONSUMER_ID),
                        get(Variables.COREPLUS_SECRET),
                        get(Variables.COREPLUS_ACCESS_TOKEN));
    }

    public Clinic clinic() {
        var name = find(Variables.CLINIC_NAME);
        var phone = find(Variables.CLINIC_PHONE);
        return new Clinic(
                get(Variables.CLINIC_SLUG),
                name != null ? name : demonstration() ? "Harbour Street Clinic" : Variables.CLINIC_NAME.fallback(),
                phone != null || !demonstration() ? phone : "02 5550 1234",
                get(Variables.CLINIC_HUE),
                find(Variables.CLINIC_TERMS),
                Objects.requireNonNullElse(find(Variables.FRAME_SITES), List.of()),
                Clinic.DEFAULT_NOTICE,
                Clinic.DEFAULT_HORIZON_WEEKS);
    }

    public Path dataFolder() {
        return workingFolder.resolve(get(Variables.DATA_DIR));
    }

    /** Whether templates and styles are read anew at each request: inside a checkout, unless told otherwise. */
    public boolean live() {
        var told = find(Variables.LIVE);
        return told != null
                ? told
                : Stream.of("pom.xml", "templates", "static")
                        .allMatch(name -> Files.exists(workingFolder.resolve(name)));
    }

    /** Names nothing secret. */
    @Override
    public String toString() {
        return "Settings[port " + get(Variables.PORT) + ", clinic " + get(Variables.CLINIC_SLUG) + "]";
    }
}
