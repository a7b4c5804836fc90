package selfbooking.sandbox.demonstration;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import selfbooking.sandbox.api.Clinic;
import selfbooking.sandbox.api.Clinic.Location;
import selfbooking.sandbox.api.Clinic.Practitioner;
import selfbooking.sandbox.api.Clinic.VisitType;
import selfbooking.sandbox.api.Roster;
import selfbooking.sandbox.api.Roster.Hours;
import selfbooking.sandbox.api.Roster.Leave;

/** Two places, six people, five kinds of visit, the weekly hours and one absence; all invented. */
public final class DemonstrationClinic {

    public static final Location HARBOUR = location("Harbour Street Clinic", "Australia/Sydney");
    public static final Location RIVER = location("River Road Clinic", "Australia/Brisbane");

    public static final Practitioner MEI = practitioner("Mei", "Lee", true);
    public static final Practitioner SIOBHAN = practitioner("Siobhán", "O'Connell", true);
    public static final Practitioner KRISHNAVENI =
            practitioner("Krishnaveni Padmanabhan", "Subramaniam-Raghunathan Featherstonehaugh", true);
    public static final Practitioner DANIEL = practitioner("Daniel ", " Nguyen", true);
    public static final Practitioner NGAIRE = practitioner("Ngaire", "Whitford", true);
    public static final Practitioner UNPUBLISHED = practitioner("Gregory", "Hartigan", false);

    public static final List<VisitType> TYPES = List.of(
            type("Standard consultation", 30, false),
            type("First consultation", 45, false),
            type("Short review", 20, false),
            type("Long consultation", 60, false),
            type("Assessment and plan", 90, true));

    private static final int DAYS_AWAY = 13;

    private static final List<Hours> HOURS = List.of(
            hours(MEI, HARBOUR, "09:00", "12:30", MONDAY, TUESDAY, WEDNESDAY, THURSDAY),
            hours(MEI, HARBOUR, "13:30", "17:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY),
            hours(MEI, HARBOUR, "09:00", "13:00", SATURDAY),
            hours(SIOBHAN, HARBOUR, "16:00", "20:00", MONDAY),
            hours(SIOBHAN, HARBOUR, "09:00", "12:30", TUESDAY, WEDNESDAY),
            hours(SIOBHAN, HARBOUR, "13:30", "17:00", TUESDAY, WEDNESDAY),
            hours(SIOBHAN, HARBOUR, "12:00", "18:00", FRIDAY),
            hours(SIOBHAN, RIVER, "08:30", "12:30", THURSDAY),
            hours(SIOBHAN, RIVER, "13:00", "16:00", THURSDAY),
            hours(KRISHNAVENI, RIVER, "08:30", "12:30", MONDAY, WEDNESDAY, FRIDAY),
            hours(KRISHNAVENI, RIVER, "13:15", "16:45", MONDAY, WEDNESDAY, FRIDAY),
            hours(KRISHNAVENI, RIVER, "08:30", "12:00", SATURDAY),
            hours(DANIEL, RIVER, "10:00", "13:00", TUESDAY, WEDNESDAY, THURSDAY, SUNDAY),
            hours(DANIEL, RIVER, "14:00", "18:00", TUESDAY, WEDNESDAY, THURSDAY, SUNDAY),
            hours(DANIEL, RIVER, "12:30", "17:30", SATURDAY),
            hours(NGAIRE, HARBOUR, "09:00", "12:30", MONDAY, TUESDAY, FRIDAY),
            hours(NGAIRE, HARBOUR, "13:30", "17:00", MONDAY, TUESDAY, FRIDAY),
            hours(UNPUBLISHED, HARBOUR, "09:00", "17:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));

    private DemonstrationClinic() {}

    /** Ngaire Whitford is away for two weeks from today. */
    static Clinic on(LocalDate today) {
        Leave leave = new Leave(NGAIRE, today.minusDays(2), today.plusDays(DAYS_AWAY));
        return new Clinic(
                List.of(HARBOUR, RIVER),
                List.of(MEI, SIOBHAN, KRISHNAVENI, DANIEL, NGAIRE, UNPUBLISHED),
                TYPES,
                new Roster(HOURS, List.of(leave)));
    }

    private static Location location(String name, String zone) {
        return new Location(Demonstration.id(name), name, Demonstration.id(zone), ZoneId.of(zone));
    }

    private static Practitioner practitioner(String first, String last, boolean published) {
        return new Practitioner(Demonstration.id(first + last), first, last, published);
    }

    private static VisitType type(String description, int minutes, boolean minutesAsText) {
        return new VisitType(Demonstration.id(description), description, minutes, minutesAsText);
    }

    private static Hours hours(Practitioner who, Location where, String from, String to, DayOfWeek... days) {
        return new Hours(who, where, Set.of(days), LocalTime.parse(from), LocalTime.parse(to));
    }
}
