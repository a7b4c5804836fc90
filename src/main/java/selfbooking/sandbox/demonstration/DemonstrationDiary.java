package selfbooking.sandbox.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import selfbooking.sandbox.api.Appointment;
import selfbooking.sandbox.api.Client;
import selfbooking.sandbox.api.Clinic;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.api.Clinic.VisitType;
import selfbooking.sandbox.api.Diary;
import selfbooking.sandbox.api.Range;
import selfbooking.sandbox.api.Roster;

/** Writes invented appointments: about half of four weeks, thinning out over the next ten; the same for a date. */
final class DemonstrationDiary {

    private static final int PAST_DAYS = 7;
    private static final int FULL_DAYS = 28;
    private static final int FUTURE_DAYS = 98;
    private static final double FILL = 0.42;
    private static final double THINNEST = 0.4;
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration KEPT_FREE_TODAY = Duration.ofMinutes(90);
    // Mostly half hours: every 20 or 45 minutes shifts the times after it off the half hour.
    private static final List<Integer> MINUTES = List.of(30, 30, 30, 30, 30, 60, 60, 20, 45, 30);

    private final Clinic clinic;
    private final List<Client> clients;
    private final LocalDate today;

    DemonstrationDiary(Clinic clinic, List<Client> clients, LocalDate today) {
        this.clinic = clinic;
        this.clients = clients;
        this.today = today;
    }

    void fill(Diary diary) {
        for (Practitioner practitioner : clinic.published()) {
            for (Roster.Hours hours : clinic.roster().of(practitioner)) {
                for (int day = -PAST_DAYS; day <= FUTURE_DAYS; day++) {
                    fill(diary, hours, today.plusDays(day));
                }
            }
        }
    }

    private void fill(Diary diary, Roster.Hours hours, LocalDate date) {
        SplittableRandom random = new SplittableRandom(seed(hours, date));
        clinic.roster().on(hours, date).ifPresent(worked -> {
            Instant end = date.equals(today) ? worked.end().minus(KEPT_FREE_TODAY) : worked.end();
            for (Instant at = worked.start(); at.isBefore(end); at = at.plus(STEP)) {
                int minutes = MINUTES.get(random.nextInt(MINUTES.size()));
                Client client = clients.get(random.nextInt(clients.size()));
                Range time = new Range(at, at.plus(Duration.ofMinutes(minutes)));
                if (random.nextDouble() < share(date) && !time.end().isAfter(end)) {
                    diary.write(appointment(diary.nextReference(), hours, time, client), diary::clear);
                }
            }
        });
    }

    private Appointment appointment(String reference, Roster.Hours hours, Range time, Client client) {
        Appointment.Visit visit = new Appointment.Visit(
                hours.practitioner().id(), hours.location().id(), type(time), time);
        return new Appointment(
                Demonstration.id(visit.practitionerId() + time.start()),
                reference,
                visit,
                List.of(client.id()),
                new Appointment.Remarks(client.subject(), "", false, false, false),
                time.end().isBefore(today.atStartOfDay(hours.location().zone()).toInstant()),
                null);
    }

    private String type(Range time) {
        long minutes = Duration.between(time.start(), time.end()).toMinutes();
        return clinic.types().stream()
                .filter(type -> type.minutes() == minutes)
                .map(VisitType::id)
                .findFirst()
                .orElseThrow();
    }

    /** The chance that an appointment begins at a half hour. */
    private double share(LocalDate date) {
        long later = ChronoUnit.DAYS.between(today, date) - FULL_DAYS;
        double thinning = Math.max(THINNEST, 1 - (double) later / (FUTURE_DAYS - FULL_DAYS));
        return later < 0 ? FILL : FILL * thinning;
    }

    private static long seed(Roster.Hours hours, LocalDate date) {
        String who = hours.practitioner().id() + hours.from();
        return 31L * who.hashCode() + date.toEpochDay();
    }
}
