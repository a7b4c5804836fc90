package selfbooking.coreplus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.NewClient;

class SecrecyTest {

    @Test
    void neither_log_nor_failure_tells_a_secret_or_a_patient() {
        var told = new StringWriter();
        try (var lines = new LogLines("selfbooking.coreplus")) {
            tell(told);
            lines.read().forEach(told::append);
        }
        assertThat(told.toString())
                .contains("client list: ", "client create")
                .doesNotContainIgnoringCase("zyxwvut", "1931", "0491570006", "z@y", "short", "eyJ", "access\"");
    }

    @Test
    void a_connection_hides_secret_and_access_token() {
        var connection = new Connection(URI.create("https://s.example"), "consumer", "very-secret", "grant");
        assertThat(connection.toString())
                .contains("s.example", "consumer")
                .doesNotContain("very-secret")
                .doesNotContain("grant");
    }

    private static void tell(StringWriter told) {
        for (var answer : new String[] {
            "{\"result\":[{\"severity\":2,\"reason\":\"Zyxwvut exists\"}]}", "<Zyxwvut>", "{\"x\":\"Zyxwvut\"}"
        }) {
            try (var stub = new Stub(heard -> Stub.json(answer.contains("result") ? 400 : 200, answer))) {
                var api = stub.api();
                var born = LocalDate.of(1931, 2, 3);
                var patient = new NewClient("Zyxwvut", "Tran", born, "0491570006", "z@y.example", "ABC123");
                Apis.failure(() -> api.clients("Zyxwvut", born)).printStackTrace(new PrintWriter(told));
                Apis.failure(() -> api.createClient(patient)).printStackTrace(new PrintWriter(told));
                told.append(patient.toString());
            }
        }
    }
}
