package selfbooking.web;

import static selfbooking.web.Visitor.HOME;
import static selfbooking.web.Visitor.slots;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import selfbooking.Reception;
import selfbooking.RunningApp;

/** Every page that one patient with bad luck comes to, by name, as the application answered it. */
final class PagesOfJourney {

    private final Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
    private final RunningApp running;
    private final Visitor app;
    private final List<String> free;

    private PagesOfJourney(RunningApp running) {
        this.running = running;
        this.app = new Visitor(running);
        this.free = slots(app.get(HOME + "times"));
    }

    /** In the order of the journey; each is a whole page. */
    static Map<String, HttpResponse<String>> all(RunningApp running) {
        var journey = new PagesOfJourney(running);
        journey.towardsBooked();
        journey.lost();
        journey.strayed();
        return journey.pages;
    }

    private void towardsBooked() {
        String draft = app.startBooking(free.get(10));
        pages.put("home", app.get(HOME));
        pages.put("times", app.get(HOME + "times"));
        pages.put("details", app.get(draft + "/details"));
        pages.put("details with mistakes", app.post(draft + "/details"));
        pages.put("times of a draft", app.get(draft + "/times"));
        app.fillIn(draft, "Una", "Page");
        pages.put("check", app.get(draft + "/check"));
        pages.put("check that changed", app.post(draft + "/check", "seen", "old"));
        app.confirm(draft);
        pages.put("booked", app.outcome(draft));
    }

    private void lost() {
        app.startBooking(free.get(11));
        pages.put("lost", app.post(HOME + "bookings", "slot", free.get(11)));
        String draft = app.startBooking(free.get(9));
        app.fillIn(draft, "Taken", "Meanwhile");
        Reception.takes(running.console(), free.get(9));
        app.confirm(draft);
        pages.put("taken", app.outcome(draft));
        String several = app.startBooking(free.get(12));
        app.post(
                several + "/details",
                "who",
                "me",
                "givenName",
                "Grace",
                "familyName",
                "Taylor",
                "birthDay",
                "14",
                "birthMonth",
                "2",
                "birthYear",
                "1988",
                "contactBy",
                "mobile",
                "mobile",
                "0491 570 110");
        app.confirm(several);
        pages.put("call", app.outcome(several));
    }

    private void strayed() {
        String given = app.startBooking(free.get(15));
        app.post(given + "/release");
        pages.put("ended", app.get(given));
        pages.put("not found", app.get(HOME + "nothing-here"));
        pages.put("no such booking", app.get(HOME + "bookings/" + "A".repeat(22)));
        running.stopDiary();
        pages.put("diary unreachable", app.get(HOME + "times?from=" + farAhead()));
    }

    private static String farAhead() {
        return LocalDate.now(ZoneOffset.UTC).plusWeeks(9).toString();
    }
}
