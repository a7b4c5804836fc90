package selfbooking.coreplus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.booking.diary.Appointment;
import selfbooking.booking.diary.Client;
import selfbooking.booking.diary.DiaryFailure.Kind;
import selfbooking.booking.diary.NewAppointment;
import selfbooking.booking.diary.NewClient;
import selfbooking.coreplus.Apis;
import selfbooking.coreplus.Connection;
import selfbooking.sandbox.Sandbox;

/** The client and the sandbox, which share no class, understand each other over HTTP. */
class SandboxTripTest {

    private static final LocalDate BORN = LocalDate.of(1990, 4, 12);

    private final Sandbox sandbox = Sandbox.start(0, Clock.systemUTC());
    private final Console console = new Console(sandbox.url());
    private final Api api = Apis.real(
            new Connection(URI.create(sandbox.url()), sandbox.consumerId(), sandbox.secret(), sandbox.accessToken()));

    private final LocationRecord place = api.locations().get(0);
    private final AppointmentTypeRecord standard = api.appointmentTypes().stream()
            .filter(type -> type.durationMinutes() == 30)
            .findFirst()
            .orElseThrow();

    private final LocalDate tomorrow = LocalDate.now(place.zone()).plusDays(1);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void the_clinic_is_read_as_it_is() {
        assertThat(api.practitioners())
                .hasSize(5)
                .extracting(p -> p.firstName() + " " + p.lastName())
                .contains("Mei Lee", "Daniel Nguyen")
                .doesNotContain("Gregory Hartigan");
        assertThat(api.locations())
                .extracting(location -> location.zone().getId())
                .containsExactlyInAnyOrder("Australia/Sydney", "Australia/Brisbane");
        assertThat(api.appointmentTypes())
                .extracting(AppointmentTypeRecord::durationMinutes)
                .containsExactlyInAnyOrder(30, 45, 20, 60, 90);
    }

    @Test
    void a_week_of_times_comes_in_whole() {
        var slots = slots();
        assertThat(slots).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(slots).allSatisfy(slot -> {
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(Duration.ofMinutes(30));
            assertThat(slot.practitionerId()).isNotNull();
        });
    }

    @Test
    void a_server_that_names_no_practitioner_is_asked_for_one() {
        var one = api.practitioners().get(0).practitionerId();
        console.set("{\"slotsWithoutPractitioner\":true}");
        assertThat(api.timeslots(search(List.of()))).allMatch(slot -> slot.practitionerId() == null);
        assertThat(api.timeslots(search(List.of(one))))
                .isNotEmpty()
                .allMatch(slot -> one.equals(slot.practitionerId()));
    }

    @Test
    void a_client_with_any_name_is_created_and_found_again() {
        var client = new NewClient("Nguyễn", "O'Brien & Co +1", BORN, "0491570006", "n@brien.example", "ABC123");
        var id = api.createClient(client);
        assertThat(api.clients(Samples.PATIENT_NAME, BORN))
                .containsExactly(new Client(id, "Nguyễn", "O'Brien & Co +1", BORN, "n@brien.example", "0491570006"));
        assertThat(api.clients(Samples.PATIENT_NAME, BORN.plusDays(1))).isEmpty();
        assertThat(Apis.failure(() -> api.createClient(client)).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void an_appointment_is_booked_found_moved_and_deleted() {
        console.set("{\"refuseJsonBooleans\":true}");
        var slot = slots().get(0);
        var booked = api.book(appointment(slot));
        assertThat(booked.start()).isEqualTo(slot.start());
        assertThat(slots()).doesNotContain(slot);
        assertThat(day(slot)).anyMatch(row -> row.appointmentId().equals(booked.appointmentId()));
        assertThat(api.appointment(booked.appointmentId()).notes()).isEqualTo("Booked online, reference ABC123");

        var later = slots().stream()
                .filter(free -> free.practitionerId() != null
                        && free.practitionerId().equals(slot.practitionerId())
                        && free.locationId().equals(slot.locationId()))
                .findFirst()
                .orElseThrow();
        var moved = api.change(
                booked.appointmentId(),
                new AppointmentChange(at(later.start()), at(later.end()), later.practitionerId(), null));
        assertThat(moved.start()).isEqualTo(later.start());
        assertThat(moved.clientIds()).isEqualTo(booked.clientIds());
        assertThat(slots()).contains(slot).doesNotContain(later);

        api.delete(booked.appointmentId());
        assertThat(slots()).contains(slot, later);
        assertThat(api.appointment(booked.appointmentId()).cancelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 409})
    void a_time_that_reception_took_is_taken_whatever_the_status(int status) {
        console.set("{\"conflictStatus\":" + status + "}");
        var slots = slots();
        console.takes(slots.get(0));
        assertThat(Apis.failure(() -> api.book(appointment(slots.get(0)))).kind())
                .isEqualTo(Kind.TAKEN);

        var other = slots.get(slots.size() - 1);
        var booked = api.book(appointment(other));
        var move = new AppointmentChange(
                at(slots.get(0).start()), at(slots.get(0).end()), slots.get(0).practitionerId(), null);
        assertThat(Apis.failure(() -> api.change(booked.appointmentId(), move)).kind())
                .isEqualTo(Kind.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, -300})
    void a_server_clock_that_is_off_costs_one_call_more_and_no_booking(int seconds) {
        var booking = appointment(slots().get(0));
        console.shiftClock(seconds);
        int before = console.calls().size();
        assertThat(api.book(booking).clientIds()).containsExactly(booking.clientId());
        assertThat(console.calls()).hasSize(before + 2);
        api.practitioners();
        assertThat(console.calls()).hasSize(before + 3);
    }

    @Test
    void of_two_bookings_of_one_time_one_is_taken() throws Exception {
        var booking = appointment(slots().get(0));
        var pool = Executors.newFixedThreadPool(2);
        try {
            var kinds = new ArrayList<Optional<Kind>>();
            Callable<Optional<Kind>> book = () -> Apis.kind(() -> api.book(booking));
            for (var ended : pool.invokeAll(List.of(book, book))) {
                kinds.add(ended.get());
            }
            assertThat(kinds).containsExactlyInAnyOrder(Optional.empty(), Optional.of(Kind.TAKEN));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void an_unknown_id_is_refused() {
        assertThat(Apis.failure(() -> api.appointment("nobody")).kind()).isEqualTo(Kind.REFUSED);
        assertThat(Apis.failure(() -> api.delete("nobody")).kind()).isEqualTo(Kind.REFUSED);
    }

    private List<Timeslot> slots() {
        return api.timeslots(search(List.of()));
    }

    private SlotSearch search(List<String> practitionerIds) {
        return new SlotSearch(
                tomorrow,
                tomorrow.plusDays(6),
                place.timezoneId(),
                standard.appointmentTypeId(),
                practitionerIds,
                List.of());
    }

    private List<Appointment> day(Timeslot slot) {
        var date = LocalDate.ofInstant(slot.start(), place.zone());
        return api.appointments(date, date, place.timezoneId());
    }

    private NewAppointment appointment(Timeslot slot) {
        var known = api.clients("a", BORN);
        var client = known.isEmpty()
                ? api.createClient(Samples.CLIENT)
                : known.get(0).clientId();
        return new NewAppointment(
                at(slot.start()),
                at(slot.end()),
                String.valueOf(slot.practitionerId()),
                slot.locationId(),
                standard.appointmentTypeId(),
                client,
                "Booked online, reference ABC123");
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(place.zone()).toOffsetDateTime();
    }
}
