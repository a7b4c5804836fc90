package selfbooking.web.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address written in digits. A name is refused: looking it up would ask a stranger's server. */
final class IpLiteral {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    /** With a colon and these signs alone Java reads the text and never looks it up. */
    private static final Pattern V6 = Pattern.compile("(?=[^:]*:)[0-9A-Fa-f:.]{2,45}");

    private IpLiteral() {}

    static Optional<InetAddress> read(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** As it stands in a request, where some write a port behind it, and brackets or a network card with IPv6. */
    static Optional<InetAddress> readHop(String text) {
        return read(text.strip()
                .replaceFirst("^\\[(.*)](:\\d+)?$", "$1")
                .replaceFirst("^([\\d.]+):\\d+$", "$1")
                .replaceFirst("%.*", ""));
    }
}
