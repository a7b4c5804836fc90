package selfbooking.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import selfbooking.Arrivals;
import selfbooking.SandboxConsole;

/**
 * What patients were told, held against the diary.
 *
 * @param told bookings that the patient reads as booked
 * @param inDiary live appointments that were booked online
 * @param lost told as booked and not in the diary
 * @param doubled in the diary more than once
 * @param untold in the diary and not told as booked
 * @param stuck still being asked about at the end
 * @param others ended in another way: taken, left to the clinic, or never sent
 * @param mostInASecond of the calls that reached the diary, in any rolling second
 */
record Reckoning(
        int kills, int told, int inDiary, int lost, int doubled, int untold, int stuck, int others, int mostInASecond) {

    static final Reckoning NOTHING = new Reckoning(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Pattern REFERENCE = Pattern.compile("reference ([0-9A-Z]{6})");
    private static final Pattern SHOWN = Pattern.compile("class=\"reference\">([^<]+)<");
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    static Reckoning of(Instances instances, int kills, List<String> sent) {
        var patient = new PatientAtWork(instances, 0);
        var pages = new HashMap<String, String>();
        sent.forEach(draft -> pages.put(draft, settled(patient, draft)));
        var console = new SandboxConsole(instances.sandboxUrl());
        var byReference = console.appointments().stream()
                .filter(appointment -> !appointment
                        .path("status")
                        .asText()
                        .toLowerCase(Locale.ROOT)
                        .contains("cancel"))
                .filter(appointment -> REFERENCE.matcher(notes(appointment)).find())
                .collect(Collectors.groupingBy(Reckoning::reference, Collectors.counting()));
        return reckoned(kills, pages, byReference, Arrivals.mostInASecond(console.calls()));
    }

    private static Reckoning reckoned(int kills, Map<String, String> pages, Map<String, Long> diary, int most) {
        var told = pages.values().stream()
                .filter(page -> page.contains(">Your appointment is booked</h1>"))
                .map(Reckoning::shown)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int lost = (int)
                told.keySet().stream().filter(one -> !diary.containsKey(one)).count();
        int doubled = (int) diary.values().stream().filter(times -> times > 1).count();
        int untold = (int)
                diary.keySet().stream().filter(one -> !told.containsKey(one)).count();
        int stuck = (int) pages.values().stream().filter(Reckoning::asking).count();
        return new Reckoning(
                kills,
                told.values().stream().mapToInt(Long::intValue).sum(),
                diary.values().stream().mapToInt(Long::intValue).sum(),
                lost,
                doubled,
                untold,
                stuck,
                pages.size() - told.size() - stuck,
                most);
    }

    private static String shown(String page) {
        var matcher = SHOWN.matcher(page);
        return matcher.find() ? matcher.group(1).replaceAll("[^0-9A-Z]", "") : "none";
    }

    private static String settled(PatientAtWork patient, String draft) {
        var end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        var page = patient.outcome(draft).map(HttpResponse::body).orElse("");
        while (asking(page) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            page = patient.outcome(draft).map(HttpResponse::body).orElse("");
        }
        return page;
    }

    private static boolean asking(String page) {
        return page.contains(">We are still asking the clinic</h1>");
    }

    private static String notes(JsonNode appointment) {
        return appointment.path("notes").asText();
    }

    private static String reference(JsonNode appointment) {
        var matcher = REFERENCE.matcher(notes(appointment));
        return matcher.find() ? matcher.group(1) : "";
    }

    Reckoning plus(Reckoning other) {
        return new Reckoning(
                kills + other.kills,
                told + other.told,
                inDiary + other.inDiary,
                lost + other.lost,
                doubled + other.doubled,
                untold + other.untold,
                stuck + other.stuck,
                others + other.others,
                Math.max(mostInASecond, other.mostInASecond));
    }

    /** Nothing lost, nothing doubled, nobody left in the dark, and never too many calls. */
    boolean holds() {
        return lost + doubled + untold + stuck == 0 && told == inDiary && told > 0 && mostInASecond <= 10;
    }

    String row(String store) {
        return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(store, kills, told, inDiary, lost, doubled, untold, stuck, others, mostInASecond);
    }

    static String heading() {
        return "| store | kills | told booked | in the diary | lost | doubled | untold | stuck | ended otherwise | most calls in a second |\n"
                + "|---|---|---|---|---|---|---|---|---|---|";
    }
}
