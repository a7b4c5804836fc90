package selfbooking.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import selfbooking.notice.MailServer;
import selfbooking.store.DatabaseUrl;
import selfbooking.web.server.AddressRange;
import selfbooking.web.server.TrustedProxies;

/** How the text of a variable becomes an address of any kind, and what is said of text that does not. */
final class AddressParsers {

    private AddressParsers() {}

    static @Nullable URI address(String text, Consumer<String> wrong) {
        var uri = uri(text);
        if (uri == null) {
            wrong.accept("is not an http or https address");
        }
        return uri;
    }

    /** Null when it is no http or https address with a host. */
    private static @Nullable URI uri(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https")) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static String mailAddress(String text, Consumer<String> wrong) {
        if (!text.matches("[^@\\s,;:<>()\"\\\\\\p{Cntrl}]+@[A-Za-z0-9.-]+")) {
            wrong.accept("is not one mail address");
        }
        return text;
    }

    static List<String> origins(String text, Consumer<String> wrong) {
        var sites = list(text);
        sites.stream()
                .filter(site -> !isOrigin(site))
                .forEach(site ->
                        wrong.accept("holds \"" + site + "\", which is not an origin (scheme and host, no path)"));
        return sites;
    }

    private static boolean isOrigin(String site) {
        var uri = uri(site);
        return uri != null && site.equalsIgnoreCase(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    static TrustedProxies proxies(String text, Consumer<String> wrong) {
        var ranges = list(text);
        ranges.stream()
                .filter(range -> AddressRange.parse(range).isEmpty())
                .forEach(range -> wrong.accept("holds \"" + range + "\", which is neither an address nor a range"));
        return new TrustedProxies(ranges.stream()
                .flatMap(range -> AddressRange.parse(range).stream())
                .toList());
    }

    /** What stands between its commas. */
    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    static @Nullable MailServer mailServer(String text, Consumer<String> wrong) {
        try {
            return MailServer.of(text);
        } catch (IllegalArgumentException e) {
            wrong.accept(Objects.requireNonNull(e.getMessage()));
            return null;
        }
    }

    static @Nullable DatabaseUrl databaseUrl(String text, Consumer<String> wrong) {
        try {
            return DatabaseUrl.parse(text);
        } catch (IllegalArgumentException e) {
            wrong.accept("is not the address of a PostgreSQL database with user and password percent-encoded");
            return null;
        }
    }
}
