package selfbooking.coreplus.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Stub;

class ApiTest {

    private static final String INVALID = "{\"result\":[{\"severity\":2,\"reason\":\"Invalid token\"}]}";
    private static final LocalDate BORN = LocalDate.of(1990, 4, 12);

    @Test
    void a_booking_goes_out_as_the_reference_says() {
        try (var stub = new Stub(heard -> Stub.json(200, Samples.APPOINTMENT_JSON))) {
            var api = stub.api();
            assertThat(api.book(Samples.APPOINTMENT).appointmentId()).isEqualTo("a-1");
            assertThat(stub.heard().get(0).target()).isEqualTo("/api/core/v2.1/Appointment/");
            assertThat(stub.heard().get(0).body())
                    .isEqualTo("{\"startDateTime\":\"2026-12-01T09:00:00+11:00\","
                            + "\"endDateTime\":\"2026-12-01T09:30:00+11:00\","
                            + "\"practitioner\":{\"practitionerId\":\"p-1\"},\"locationId\":\"l-1\","
                            + "\"appointmentTypeId\":\"t-1\",\"clients\":[{\"clientId\":\"c-1\"}],"
                            + "\"notes\":\"Booked online, reference ABC123\"}");
        }
    }

    @Test
    void a_bare_answer_to_a_booking_is_filled_with_what_was_asked() {
        try (var stub = new Stub(heard -> Stub.json(200, "{\"appointment\":{\"appointmentId\":\"a-9\"}}"))) {
            var api = stub.api();
            var booked = api.book(Samples.APPOINTMENT);
            assertThat(booked.appointmentId()).isEqualTo("a-9");
            assertThat(booked.start()).isEqualTo(Samples.APPOINTMENT.start().toInstant());
            assertThat(booked.clientIds()).containsExactly("c-1");
        }
    }

    @Test
    void a_booking_answered_without_an_id_is_unclear() {
        try (var stub = new Stub(heard -> Stub.json(200, "{\"appointment\":{}}"))) {
            var api = stub.api();
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(failure.unclear()).isTrue();
        }
    }

    @Test
    void a_change_carries_only_what_changes() {
        try (var stub = new Stub(heard -> Stub.json(200, Samples.APPOINTMENT_JSON))) {
            var api = stub.api();
            var start = OffsetDateTime.of(2026, 12, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            api.change("a-1", new AppointmentChange(start, null, null, null));
            api.change("a-1", new AppointmentChange(null, null, "p-2", "moved"));
            assertThat(stub.heard())
                    .extracting(Stub.Heard::body)
                    .containsExactly(
                            "{\"startDateTime\":\"2026-12-01T00:00:00+00:00\"}",
                            "{\"practitioner\":{\"practitionerId\":\"p-2\"},\"notes\":\"moved\"}");
            assertThat(stub.heard())
                    .allSatisfy(heard -> assertThat(heard.target()).endsWith("/Appointment/a-1/"));
        }
    }

    @Test
    void a_new_client_is_known_by_its_id_wrapped_or_bare() {
        for (var answer : List.of("{\"client\":{\"clientId\":\"c-7\"}}", "{\"clientId\":\"c-7\"}")) {
            try (var stub = new Stub(heard -> Stub.json(200, answer))) {
                var api = stub.api();
                assertThat(api.createClient(Samples.CLIENT)).isEqualTo("c-7");
                assertThat(stub.heard().get(0).body())
                        .isEqualTo("{\"firstName\":\"Ivy\",\"lastName\":\"Tran\",\"dateOfBirth\":\"1990-04-12\","
                                + "\"phoneNumberMobile\":\"0491570006\",\"ExternalId\":\"ABC123\"}");
            }
        }
    }

    @Test
    void a_slot_without_practitioner_belongs_to_the_only_one_asked_for() {
        var slots = """
                {"timeslots":[{"startDateTime":"2026-12-01T09:00:00+11:00","endDateTime":"2026-12-01T12:00:00+11:00",
                 "locationId":"l-1"}],"paging":{"totalRows":1}}""";
        try (var stub = new Stub(heard -> Stub.json(200, slots))) {
            var api = stub.api();
            var day = LocalDate.of(2026, 12, 1);
            var one = new SlotSearch(day, day, "tz", null, List.of("p-1"), List.of());
            assertThat(api.timeslots(one)).extracting(Timeslot::practitionerId).containsExactly("p-1");
            var any = new SlotSearch(day, day, "tz", null, List.of(), List.of());
            assertThat(api.timeslots(any))
                    .extracting(Timeslot::practitionerId)
                    .containsOnlyNulls()
                    .hasSize(1);
        }
    }

    @Test
    void an_invalid_token_is_signed_anew_once_with_the_clock_just_heard() {
        var ahead = Duration.ofMinutes(5);
        var calls = new AtomicInteger();
        try (var stub = new Stub(heard -> dated(
                calls.incrementAndGet() == 1 ? Stub.json(401, INVALID) : Stub.json(200, Samples.APPOINTMENT_JSON),
                Instant.now().plus(ahead)))) {
            var api = stub.api();
            assertThat(api.book(Samples.APPOINTMENT).appointmentId()).isEqualTo("a-1");
            assertThat(stub.heard()).hasSize(2);
            var wait = Duration.between(notBefore(stub, 0), notBefore(stub, 1));
            assertThat(wait).isBetween(ahead.minusSeconds(2), ahead.plusSeconds(2));
        }
    }

    @Test
    void a_token_that_stays_invalid_is_given_up() {
        try (var stub = new Stub(heard -> Stub.json(401, INVALID))) {
            var api = stub.api();
            var failure = Apis.failure(() -> api.book(Samples.APPOINTMENT));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID_TOKEN);
            assertThat(failure.unclear()).isFalse();
            assertThat(stub.heard()).hasSize(2);
        }
    }

    @Test
    void a_refusal_is_not_repeated() {
        var permission = "{\"result\":[{\"severity\":2,\"reason\":\"Not authorized for viewing client list\"}]}";
        try (var stub = new Stub(heard -> Stub.json(401, permission))) {
            Apis.failure(() -> stub.api().clients("Ivy", BORN));
            assertThat(stub.heard()).hasSize(1);
        }
    }

    private static Instant notBefore(Stub stub, int call) {
        var header = stub.heard().get(call).header("authorization");
        return JWT.decode(header.substring("JwToken ".length())).getNotBeforeAsInstant();
    }

    private static String dated(String answer, Instant moment) {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
        return answer.replaceFirst("\r\n", "\r\nDate: " + date + "\r\n");
    }
}
