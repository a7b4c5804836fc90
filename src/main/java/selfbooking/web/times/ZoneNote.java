package selfbooking.web.times;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import selfbooking.booking.diary.Location;
import selfbooking.booking.diary.Offer;
import selfbooking.booking.times.TimesFound;
import selfbooking.web.parts.AustralianTime;

/** Whose clock the listed times follow, said only where there could be doubt. */
final class ZoneNote {

    private final TimesFound found;
    private final Instant now;

    ZoneNote(TimesFound found, Instant now) {
        this.found = found;
        this.now = now;
    }

    /** " · Sydney time", " · Sydney time at Harbour Street, Perth time at Glebe", or nothing. */
    String words() {
        List<Location> all = found.asked().catalogue().locations();
        boolean differ = all.stream().map(Location::zone).distinct().count() > 1;
        List<Location> shown =
                found.asked().location() == null ? all : List.of(found.asked().location());
        if (!differ && shown.stream().noneMatch(this::clockChange)) {
            return "";
        }
        return " · " + (named(shown).size() == 1 ? String.join("", named(shown).keySet()) : listed(shown));
    }

    private String listed(List<Location> shown) {
        return named(shown).entrySet().stream()
                .map(zone -> zone.getKey() + " at " + zone.getValue())
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> named(List<Location> shown) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Location location : shown) {
            places.merge(AustralianTime.city(location.zone()), location.name(), (a, b) -> a + " and " + b);
        }
        return places;
    }

    private boolean clockChange(Location location) {
        List<ZonedDateTime> starts = found.days().stream()
                .flatMap(day -> day.offers().stream())
                .map(Offer::startsAt)
                .toList();
        Instant last = starts.isEmpty() ? now : starts.get(starts.size() - 1).toInstant();
        return AustralianTime.clockChange(location.zone(), now, last);
    }
}
