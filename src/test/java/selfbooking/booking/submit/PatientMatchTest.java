package selfbooking.booking.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import selfbooking.Wait;
import selfbooking.booking.AtTheDesk;
import selfbooking.booking.Booking;
import selfbooking.booking.Meanwhile;
import selfbooking.booking.OpenDesk;
import selfbooking.booking.People;
import selfbooking.booking.Person;
import selfbooking.booking.State;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.Lane;
import selfbooking.booking.diary.NewClient;
import selfbooking.booking.draft.answers.Answers;
import selfbooking.coreplus.api.Api;

/** Which of the clinic's clients a patient is, and when a new one is created. */
class PatientMatchTest extends AtTheDesk {

    private static final LocalDate BORN = LocalDate.of(1987, 3, 27);
    private static final String MOBILE = "0491570006";
    private static final String CREATE = "POST /api/core/v2.1/Client/";

    private Api api;

    @BeforeEach
    void prepare() {
        api = desk.api.in(Lane.SUBMIT);
        desk.console.switches("{\"duplicatesAllowed\":true}");
    }

    @Test
    void name_in_other_letters_and_spaces_is_the_same_patient() {
        var there = created("  zOE\u0308  ANNA ", "quarrington", null);

        assertThat(bookedFor(patient("Zo\u00eb Anna", "Quarrington", null, null)))
                .isEqualTo(there);
    }

    @Test
    void another_first_name_family_name_or_birth_date_is_another_patient() {
        created("Ida", "Quarrington", null);
        created("Zoë", "Quarrington-Lee", null);
        api.createClient(new NewClient("Zoë", "Quarrington", BORN.plusDays(1), null, null, ""));
        var before = desk.posts("client");

        bookedFor(patient("Zoë", "Quarrington", null, null));

        assertThat(desk.posts("client")).isEqualTo(before + 1);
    }

    @Test
    void of_namesakes_the_one_with_the_mobile_is_the_patient() {
        created("Zoë", "Quarrington", null);
        created("Zoë", "Quarrington", "ask her mother");
        created("Zoë", "Quarrington", "0491570157");
        var there = created("Zoë", "Quarrington", MOBILE);

        assertThat(bookedFor(patient("Zoë", "Quarrington", MOBILE, null))).isEqualTo(there);
    }

    @Test
    void namesakes_of_whom_none_has_the_mobile_are_left_to_the_clinic() {
        created("Zoë", "Quarrington", null);
        created("Zoë", "Quarrington", "0491570157");

        assertThat(send(patient("Zoë", "Quarrington", MOBILE, null)).state()).isEqualTo(State.CALL_CLINIC);
        assertThat(send(patient("Zoë", "Quarrington", null, null)).state()).isEqualTo(State.CALL_CLINIC);
    }

    @Test
    void single_namesake_is_the_patient_whatever_the_mobile() {
        var there = created("Zoë", "Quarrington", "0491570157");

        assertThat(bookedFor(patient("Zoë", "Quarrington", MOBILE, null))).isEqualTo(there);
    }

    @Test
    void email_that_the_diary_cannot_hold_is_left_out() {
        var longest = "a".repeat(38) + "@example.com";
        bookedFor(patient("Zoë", "Quarrington", MOBILE, longest));
        bookedFor(patient("Ida", "Quarrington", null, "a" + longest));

        assertThat(clients("Zoë")).extracting(Client::email).containsExactly(longest);
        assertThat(clients("Zoë")).extracting(Client::mobile).containsExactly(MOBILE);
        assertThat(clients("Ida")).extracting(Client::email).containsOnlyNulls();
        assertThat(clients("Ida")).extracting(Client::mobile).containsOnlyNulls();
    }

    @Test
    void client_whose_creation_got_lost_is_created_once_it_can_no_longer_appear() {
        desk.proxy.loseRequest(CREATE);
        var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        desk.bookings().submit(key, desk.find(key).revision());
        Wait.until("asked for", () -> desk.row(key).clientUntil() != null);

        desk.clock.forward(SubmitTimings.USUAL.lookEvery());
        Wait.until("looked for again", () -> searches() >= 2);
        assertThat(desk.posts("client")).isZero();
        desk.clock.forward(SubmitTimings.USUAL.mayArrive());

        assertThat(desk.bookings()
                        .await(key, OpenDesk.LONG_ENOUGH)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.BOOKED);
        assertThat(desk.posts("client")).isEqualTo(1);
    }

    @Test
    void client_whose_creation_surely_failed_is_created_at_the_next_look() {
        desk.console.arm("{\"method\":\"POST\",\"path\":\"client/\",\"kind\":\"status\",\"status\":429}");
        var key = desk.filledIn(desk.freeTime().slot(), People.ZOE);
        desk.bookings().submit(key, desk.find(key).revision());
        Wait.until("refused", () -> desk.posts("client") == 1);

        assertThat(desk.bookings()
                        .await(key, OpenDesk.LONG_ENOUGH)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.BOOKED);
        assertThat(clients("Zoë")).hasSize(1);
    }

    @Test
    void client_that_reception_made_in_that_moment_is_the_patient() {
        desk.console.switches("{\"duplicatesAllowed\":false}");
        Meanwhile.after(desk.store.jdbi(), "insert into new_client", () -> created("Zoë", "Quarrington", null));

        assertThat(bookedFor(patient("Zoë", "Quarrington", null, null)))
                .isEqualTo(clients("Zoë").get(0).clientId());
        assertThat(clients("Zoë")).hasSize(1);
    }

    @Test
    void client_that_the_diary_refuses_and_does_not_have_is_left_to_the_clinic() {
        desk.console.switches("{\"duplicatesAllowed\":false}");
        created("Zoë Anna", "Quarrington", null);

        assertThat(send(patient("Zoë", "Anna Quarrington", null, null)).state()).isEqualTo(State.CALL_CLINIC);
    }

    private long searches() {
        return desk.console.calls().stream()
                .filter(call -> call.path("method").asText().equals("GET"))
                .filter(call ->
                        call.path("path").asText().toLowerCase(Locale.ROOT).contains("/client/"))
                .count();
    }

    private String bookedFor(Answers answers) {
        var key = desk.filledIn(desk.freeTime().slot(), answers);
        assertThat(desk.send(key).state()).isEqualTo(State.BOOKED);
        return Objects.requireNonNull(desk.row(key).clientId());
    }

    private Booking send(Answers answers) {
        return desk.send(desk.filledIn(desk.freeTime().slot(), answers));
    }

    private String created(String firstName, String lastName, @Nullable String mobile) {
        return api.createClient(new NewClient(firstName, lastName, BORN, mobile, null, ""));
    }

    private List<Client> clients(String firstName) {
        return api.clients("Quarrington", BORN).stream()
                .filter(client -> client.firstName().equals(firstName))
                .toList();
    }

    private static Answers patient(
            String givenName, String familyName, @Nullable String mobile, @Nullable String email) {
        var patient = Person.named(givenName, familyName).withEmail(email);
        return (mobile == null ? patient : patient.withMobile(mobile)).answers();
    }
}
