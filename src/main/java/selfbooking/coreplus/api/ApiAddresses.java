package selfbooking.coreplus.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Builds every address of the API, percent-encoded once (API notes, sections 1, 4 and 7).
 *
 * <p>The string it returns is both signed and sent, byte for byte.
 */
final class ApiAddresses {

    private static final Pattern VERSIONED = Pattern.compile("(.*?/api/core/v[0-9.]+)(/.*)?", Pattern.CASE_INSENSITIVE);
    private static final int PAGE_SIZE = ListPage.ROWS;

    private final String base;

    ApiAddresses(URI server) {
        base = origin(server) + root(server.getRawPath());
    }

    String practitioners(int page) {
        return paged(base + "Practitioner/?", page);
    }

    String locations(int page) {
        return paged(base + "Location/?", page);
    }

    String appointmentTypes(int page) {
        return paged(base + "appointmenttype/?", page);
    }

    String timeslots(SlotSearch search, int page) {
        var url = new StringBuilder(base).append("AvailabilitySlot/?");
        days(url, search.startDate(), search.endDate(), search.timezoneId());
        if (search.appointmentTypeId() != null) {
            add(url, "appointmentTypeId", search.appointmentTypeId());
        }
        search.practitionerIds().forEach(id -> add(url, "practitionerId", id));
        search.locationIds().forEach(id -> add(url, "locationId", id));
        return paged(url.toString(), page);
    }

    /** Contact details are left out unless asked for (API notes, section 4.5). */
    String clients(String name, LocalDate dateOfBirth, int page) {
        var url = new StringBuilder(base).append("Client/?");
        add(url, "name", name);
        add(url, "dateOfBirth", dateOfBirth.toString());
        for (var field : new String[] {"firstName", "lastName", "dateOfBirth", "email", "phoneNumberMobile"}) {
            add(url, "Field", field);
        }
        return paged(url.toString(), page);
    }

    String clients() {
        return base + "Client/";
    }

    String appointments(LocalDate from, LocalDate to, String timezoneId, int page) {
        var url = new StringBuilder(base).append("Appointment/?");
        days(url, from, to, timezoneId);
        return paged(url.toString(), page);
    }

    String appointments() {
        return base + "Appointment/";
    }

    String appointment(String appointmentId) {
        if (appointmentId.isBlank()) {
            throw new IllegalArgumentException("an appointment id is needed");
        }
        return base + "Appointment/" + encoded(appointmentId) + "/";
    }

    private static void days(StringBuilder url, LocalDate from, LocalDate to, String timezoneId) {
        add(url, "startDate", from.toString());
        add(url, "endDate", to.toString());
        add(url, "timezoneId", timezoneId);
    }

    private static String paged(String url, int page) {
        var paged = new StringBuilder(url);
        add(paged, "pageNumber", Integer.toString(page));
        add(paged, "pageSize", Integer.toString(PAGE_SIZE));
        return paged.toString();
    }

    private static void add(StringBuilder url, String name, String text) {
        url.append(url.charAt(url.length() - 1) == '?' ? "" : "&");
        url.append(name).append('=').append(encoded(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without a default port, as the Host header goes out without it and the server compares both. */
    private static String origin(URI server) {
        var scheme = server.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        var port = server.getPort() == -1 || server.getPort() == usual ? "" : ":" + server.getPort();
        return scheme + "://" + server.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static String root(String path) {
        var versioned = VERSIONED.matcher(path);
        return versioned.matches() ? versioned.group(1) + "/" : path.replaceAll("/+$", "") + "/api/core/v2.1/";
    }
}
