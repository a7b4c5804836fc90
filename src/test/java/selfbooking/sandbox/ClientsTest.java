package selfbooking.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.sandbox.server.Json;

class ClientsTest {

    private final Week week = new Week();
    private final Caller caller = week.caller();

    @AfterEach
    void stop() {
        week.close();
    }

    @Test
    void a_list_has_the_default_fields_and_neither_email_nor_telephone() {
        JsonNode answer = caller.get(Week.CLIENT).json();
        assertThat(answer.at("/paging/totalRows").asInt()).isEqualTo(150);
        assertThat(answer.path("clients")).hasSize(50);
        assertThat(names(answer.at("/clients/0")))
                .containsExactly(
                        "clientId",
                        "title",
                        "firstName",
                        "middleName",
                        "lastName",
                        "preferredName",
                        "dateOfBirth",
                        "gender",
                        "pronouns",
                        "culture",
                        "practitionerId");
        assertThat(answer.at("/clients/0/dateOfBirth").asText()).isEqualTo("1988-02-14T00:00:00");
        assertThat(answer.path("statusMessages").isArray()).isTrue();
    }

    @Test
    void fields_asked_for_in_any_case_come_in_their_own_spelling() {
        JsonNode first = caller.get(Week.CLIENT + "?Field=phonenumbermobile&Field=EMAIL")
                .json()
                .at("/clients/0");
        assertThat(first.path("phoneNumberMobile").asText()).isEqualTo("0491570156");
        assertThat(first.path("email").asText()).isEqualTo("grace.taylor@example.com");
        assertThat(first.path("firstName").asText()).isEqualTo("Grace");
    }

    @ParameterizedTest
    @CsvSource({
        "name=grace%20TAY,2",
        "name=ce+ta,2",
        "name=papadakis,4",
        "name=papadakis&dateOfBirth=2014-08-09,1",
        "dateOfBirth=1988-02-14&mobile=0491570157,1",
        "name=grace&mobile=0491570313,0",
        "mobile=0491570313,4",
        "mobile=049157031,0",
        "name=&q=x&email=y,150",
        "name=nobody,0"
    })
    void filters_are_a_fragment_of_the_name_and_otherwise_exact_and_all_hold(String query, int rows) {
        JsonNode answer = caller.get(Week.CLIENT + "?" + query).json();
        assertThat(answer.at("/paging/totalRows").asInt()).isEqualTo(rows);
        assertThat(answer.path("clients").isArray()).isTrue();
    }

    @Test
    void a_birth_date_that_is_none_is_refused() {
        assertThat(caller.get(Week.CLIENT + "?dateOfBirth=14/02/1988").status()).isEqualTo(400);
    }

    @Test
    void a_record_is_bare_and_complete() {
        String id = week.client().toUpperCase(java.util.Locale.ROOT);
        JsonNode record = caller.get(Week.CLIENT + id).json();
        assertThat(record.path("clientId").asText()).isEqualTo(week.client());
        assertThat(record.path("phoneNumberMobile").asText()).isEqualTo("0491570156");
        assertThat(record.path("phoneNumberHome").asText("absent")).isEmpty();
        assertThat(record.at("/addressResidential/suburb").asText()).isNotEmpty();
        assertThat(caller.get(Week.CLIENT + "unknown").status()).isEqualTo(404);
    }

    @Test
    void creating_answers_wrapped_with_only_the_id_and_stores_the_rest() {
        ObjectNode ivy = ivy().put("phoneNumberMobile", "0491570110").put("pronoun", "she");
        ivy.put("birthday", "unknown members are ignored").put("postalSameAsResidential", "true");
        ivy.putObject("addressResidential").put("streetAddress", "9 Example Rd").put("city", "Wattle Bay");
        Caller.Answered answer = caller.post(Week.CLIENT, ivy.toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json().path("client"))).containsExactly("clientId");
        JsonNode record = caller.get(
                        Week.CLIENT + answer.json().at("/client/clientId").asText())
                .json();
        assertThat(record.path("lastName").asText()).isEqualTo("Tran");
        assertThat(record.path("dateOfBirth").asText()).isEqualTo("1990-04-12T00:00:00");
        assertThat(record.path("pronouns").asText()).isEqualTo("she");
        assertThat(record.path("addressPostal")).isEqualTo(record.path("addressResidential"));
        assertThat(record.at("/addressPostal/suburb").asText()).isEqualTo("Wattle Bay");
        assertThat(record.has("birthday")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "dateOfBirth"})
    void name_and_birth_date_are_required(String field) {
        refused((ObjectNode) ivy().without(field));
        refused(ivy().put(field, " "));
    }

    @ParameterizedTest
    @CsvSource({
        "firstName,50",
        "lastName,50",
        "culture,20",
        "email,50",
        "phoneNumberMobile,50",
        "medicareCardNumber,20",
        "medicareCardIRN,1",
        "dvaCardNumber,20",
        "notes1,300"
    })
    void a_field_takes_its_length_and_not_one_more(String field, int length) {
        refused(ivy().put(field, "x".repeat(length + 1)));
        assertThat(caller.post(Week.CLIENT, ivy().put(field, "x".repeat(length)).toString())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"title,King", "gender,male", "pronouns,it", "Status,Open", "dateOfBirth,12/04/1990"})
    void a_field_with_a_list_of_words_takes_no_other(String field, String value) {
        refused(ivy().put(field, value));
    }

    @Test
    void a_member_of_the_wrong_kind_is_refused() {
        refused(ivy().put("email", 1));
        refused(ivy().put("addressResidential", "9 Example Rd"));
    }

    @Test
    void the_same_person_again_is_refused_unless_switched_off() {
        assertThat(caller.post(Week.CLIENT, ivy().toString()).status()).isEqualTo(200);
        refused(ivy().put("lastName", "TRAN"));
        week.switches("{\"duplicatesAllowed\":true}");
        assertThat(caller.post(Week.CLIENT, ivy().toString()).status()).isEqualTo(200);
    }

    private void refused(ObjectNode client) {
        Caller.Answered answer = caller.post(Week.CLIENT, client.toString());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isNotEmpty();
        assertThat(answer.json().has("client")).isFalse();
    }

    private static ObjectNode ivy() {
        return Json.empty().put("firstName", "Ivy").put("lastName", "Tran").put("dateOfBirth", "1990-04-12");
    }

    private static List<String> names(JsonNode row) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
