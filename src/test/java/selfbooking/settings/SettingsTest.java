package selfbooking.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.store.DatabaseUrl;

class SettingsTest {

    private static final Map<String, String> REAL = Map.of(
            "COREPLUS_URL", "https://sandbox.coreplus.com.au",
            "COREPLUS_CONSUMER_ID", "consumer",
            "COREPLUS_SECRET", "hush-hush-secret",
            "COREPLUS_ACCESS_TOKEN", "hush-hush-token");

    @TempDir
    private Path folder;

    @Test
    void nothing_set_is_the_demonstration() throws Exception {
        var settings = Settings.read(Map.of(), folder);

        assertThat(settings.demonstration()).isTrue();
        assertThat(settings.get(Variables.PORT)).isEqualTo(8080);
        assertThat(settings.clinic().slug()).isEqualTo("clinic");
        assertThat(settings.dataFolder()).isEqualTo(folder.resolve("data"));
        assertThat(settings.live()).isFalse();
    }

    @Test
    void the_four_coreplus_variables_alone_are_enough() throws Exception {
        var settings = Settings.read(REAL, folder);

        assertThat(settings.demonstration()).isFalse();
        assertThat(settings.connection()).isNotNull().satisfies(connection -> {
            assertThat(connection.url()).hasToString("https://sandbox.coreplus.com.au");
            assertThat(connection.secret()).isEqualTo("hush-hush-secret");
        });
        assertThat(settings.clinic().phone()).isNull();
    }

    @Test
    void a_checkout_is_live_unless_told_otherwise() throws Exception {
        Files.createFile(folder.resolve("pom.xml"));
        Files.createDirectory(folder.resolve("templates"));
        Files.createDirectory(folder.resolve("static"));

        assertThat(Settings.read(Map.of(), folder).live()).isTrue();
        assertThat(Settings.read(Map.of("LIVE", "false"), folder).live()).isFalse();
    }

    @Test
    void nobody_is_a_trusted_proxy_until_listed_and_an_address_holds_thirty() throws Exception {
        var settings = Settings.read(Map.of(), folder);
        var listed = Settings.read(Map.of("TRUSTED_PROXIES", "::1, 10.0.0.0/8", "HOLDS_PER_ADDRESS", "7"), folder);

        assertThat(settings.find(Variables.TRUSTED_PROXIES)).isNull();
        assertThat(settings.get(Variables.HOLDS_PER_ADDRESS)).isEqualTo(30);
        assertThat(listed.get(Variables.TRUSTED_PROXIES).ranges()).hasSize(2);
        assertThat(listed.get(Variables.HOLDS_PER_ADDRESS)).isEqualTo(7);
    }

    @Test
    void every_missing_coreplus_variable_is_named() {
        assertThatThrownBy(() -> Settings.read(Map.of("COREPLUS_CONSUMER_ID", "x"), folder))
                .isInstanceOfSatisfying(
                        SettingsWrong.class,
                        wrong -> assertThat(wrong.mistakes())
                                .hasSize(3)
                                .anySatisfy(line -> assertThat(line).startsWith("COREPLUS_URL"))
                                .anySatisfy(line -> assertThat(line).startsWith("COREPLUS_SECRET is missing"))
                                .anySatisfy(line -> assertThat(line).startsWith("COREPLUS_ACCESS_TOKEN is missing")));
    }

    @Test
    void all_mistakes_are_named_at_once_with_value_and_example_and_no_secret() {
        var environment = new HashMap<>(REAL);
        environment.putAll(Map.of(
                "PORT", "abc",
                "COREPLUS_URL", "ftp://somewhere",
                "CLINIC_SLUG", "Health!",
                "CLINIC_HUE", "360",
                "CLINIC_TERMS", "terms",
                "FRAME_SITES", "https://ok.example,https://bad.example/path",
                "BASE_URL", "book",
                "APP_SECRET", "too-short"));
        environment.putAll(Map.of("LIVE", "perhaps", "METRICS_TOKEN", "too-short-too"));
        environment.putAll(Map.of("HOLDS_PER_ADDRESS", "0", "TRUSTED_PROXIES", "::1, proxy.example,10.0.0.0/33"));

        assertThatThrownBy(() -> Settings.read(environment, folder))
                .isInstanceOfSatisfying(
                        SettingsWrong.class,
                        wrong -> assertThat(wrong.mistakes())
                                .hasSize(13)
                                .contains("PORT \"abc\" is not a whole number from 0 to 65535, for example PORT=5123")
                                .anySatisfy(line -> assertThat(line).contains("https://bad.example/path"))
                                .anySatisfy(line -> assertThat(line).contains("\"proxy.example\", which is neither"))
                                .anySatisfy(line -> assertThat(line).contains("\"10.0.0.0/33\", which is neither"))
                                .noneSatisfy(line -> assertThat(line).containsAnyOf("hush", "too-short")));
    }

    @Test
    void switches_of_tests_are_unknown_names() throws Exception {
        var environment = new HashMap<>(REAL);
        environment.putAll(Map.of("FAULT_POINT", "x", "LATE_ARRIVAL_SECONDS", "x", "CLOCK_OFFSET_SECONDS", "x"));

        assertThat(Variables.ALL)
                .extracting(Setting::name)
                .doesNotContainAnyElementsOf(List.of("FAULT_POINT", "LATE_ARRIVAL_SECONDS", "CLOCK_OFFSET_SECONDS"));
        assertThat(Settings.read(environment, folder).demonstration()).isFalse();
    }

    @Test
    void database_address_takes_the_file_s_place_and_needs_a_shared_secret() throws Exception {
        var address = "postgres://ann:hush@db:5432/book?sslmode=require";
        var secret = "a secret that all of the instances know";

        assertThat(Settings.read(Map.of(), folder).find(Variables.DATABASE_URL)).isNull();
        var settings = Settings.read(Map.of("DATABASE_URL", address, "APP_SECRET", secret), folder);
        assertThat(settings.find(Variables.DATABASE_URL)).isEqualTo(DatabaseUrl.parse(address));
        assertThat(settings + " " + settings.find(Variables.DATABASE_URL)).doesNotContain("hush");
        assertThatThrownBy(() -> Settings.read(Map.of("DATABASE_URL", address), folder))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageStartingWith("APP_SECRET is missing");
    }

    @Test
    void a_wrong_database_address_is_not_repeated() {
        var environment = Map.of("DATABASE_URL", "mysql://ann:hush@db/book", "APP_SECRET", "0123456789".repeat(4));

        assertThatThrownBy(() -> Settings.read(environment, folder))
                .isInstanceOf(SettingsWrong.class)
                .hasMessageStartingWith("DATABASE_URL is not the address of a PostgreSQL database")
                .hasMessageNotContaining("hush");
    }

    @Test
    void reserved_words_are_no_slug() {
        for (var slug : new String[] {"health", "metrics", "static", "embed", "embed-1", "console", "-x", "a/b"}) {
            assertThatThrownBy(() -> Settings.read(Map.of("CLINIC_SLUG", slug), folder))
                    .as(slug)
                    .hasMessageContaining("CLINIC_SLUG");
        }
    }

    @Test
    void clinic_with_a_mail_address_needs_a_mail_server() {
        assertThatThrownBy(() -> Settings.read(Map.of("CLINIC_EMAIL", "desk@clinic.example"), folder))
                .hasMessageContaining("SMTP_URL is missing");
    }

    @Test
    void mail_server_that_cannot_be_used_is_named_without_its_password() {
        var environment = Map.of("CLINIC_EMAIL", "a@b.example, c@d.example", "SMTP_URL", "smtp://u:hush@x?starttls=no");

        assertThatThrownBy(() -> Settings.read(environment, folder))
                .isInstanceOfSatisfying(
                        SettingsWrong.class,
                        wrong -> assertThat(wrong.mistakes())
                                .hasSize(2)
                                .anySatisfy(line -> assertThat(line).startsWith("CLINIC_EMAIL"))
                                .anySatisfy(line -> assertThat(line).startsWith("SMTP_URL may only be followed"))
                                .noneSatisfy(line -> assertThat(line).contains("hush")));
    }

    @Test
    void settings_never_show_a_secret() throws Exception {
        assertThat(Settings.read(REAL, folder).toString()
                        + Settings.read(REAL, folder).connection())
                .doesNotContain("hush");
    }
}
