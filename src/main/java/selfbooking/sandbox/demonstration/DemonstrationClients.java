package selfbooking.sandbox.demonstration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import selfbooking.sandbox.api.Client;
import selfbooking.sandbox.api.ClientForm;
import selfbooking.sandbox.server.Body;
import selfbooking.sandbox.server.Json;

/** A hundred and fifty invented people; their mobiles are numbers that the regulator keeps for fiction. */
public final class DemonstrationClients {

    private static final int COUNT = 150;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1936, 2, 29);
    private static final int DAYS_BETWEEN_BIRTHS = 197;
    private static final String FAMILY_MOBILE = "0491570313";
    private static final List<String> MOBILES = List.of(
            "0491570006", "0491570110", "0491570156", "0491570157", "0491570158", "0491570159", "0491570737", "");
    private static final List<String> FIRST = List.of(
            "Amelia",
            "Jack",
            "Priya",
            "Mohammed",
            "Zoë",
            "Liam",
            "Thuy",
            "Oliver",
            "Giulia",
            "Harjit",
            "Ruby",
            "Noah",
            "Aiyana",
            "Dimitri",
            "Chloe",
            "Kwame",
            "Isla");
    private static final List<String> LAST = List.of(
            "Andrews",
            "Brennan",
            "Chaudhary",
            "D'Angelo",
            "Evans",
            "Fonoti",
            "Garcia-Lopez",
            "Hughes",
            "Ito",
            "Jansen",
            "Kowalski",
            "Lim",
            "McIntyre");
    private static final List<String> SUBURBS = List.of("Wattle Bay", "Banksia Hill", "Old Ferry", "Kurrajong Flat");

    private DemonstrationClients() {}

    /** Two with one name and birth date come first, then a family with one mobile, then the others. */
    public static List<Client> all() {
        List<Client> all = new ArrayList<>();
        all.add(client("Grace", "Taylor", LocalDate.of(1988, 2, 14), "0491570156"));
        all.add(client("Grace", "Taylor", LocalDate.of(1988, 2, 14), "0491570157"));
        all.add(client("Eleni", "Papadakis", LocalDate.of(1984, 5, 3), FAMILY_MOBILE));
        all.add(client("Nikos", "Papadakis", LocalDate.of(1982, 11, 21), FAMILY_MOBILE));
        all.add(client("Sofia", "Papadakis", LocalDate.of(2014, 8, 9), FAMILY_MOBILE));
        all.add(client("Theo", "Papadakis", LocalDate.of(2017, 1, 30), FAMILY_MOBILE));
        for (int n = 0; all.size() < COUNT; n++) {
            LocalDate birth = FIRST_BIRTH.plusDays((long) n * DAYS_BETWEEN_BIRTHS);
            all.add(client(pick(FIRST, n), pick(LAST, n), birth, pick(MOBILES, n)));
        }
        return all;
    }

    private static Client client(String first, String last, LocalDate birth, String mobile) {
        ObjectNode sent = Json.empty()
                .put("firstName", first)
                .put("lastName", last)
                .put("dateOfBirth", birth.toString())
                .put("phoneNumberMobile", mobile)
                .put("email", email(first, last))
                .put("Status", "Current");
        sent.putObject("addressResidential")
                .put("streetAddress", birth.getDayOfMonth() + " Example Road")
                .put("city", pick(SUBURBS, birth.getMonthValue()))
                .put("state", "NSW")
                .put("postcode", "2999");
        return ClientForm.read(Demonstration.id(first + last + birth + mobile), new Body(sent));
    }

    private static String email(String first, String last) {
        return (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "") + "@example.com";
    }

    private static <T> T pick(List<T> from, int n) {
        return from.get(n % from.size());
    }
}
