package selfbooking.web.server;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address, or all that begin as it does.
 *
 * @param bits how many of the first bits count
 */
public record AddressRange(InetAddress first, int bits) {

    private static final Pattern WRITTEN = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

    /** An address or a range such as {@code 10.0.0.0/8}; empty when it is neither, also for a name. */
    public static Optional<AddressRange> parse(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? IpLiteral.read(written.group(1))
                        .map(first -> new AddressRange(
                                first, written.group(2) == null ? length(first) : Integer.parseInt(written.group(2))))
                        .filter(range -> range.bits() <= length(range.first()))
                : Optional.empty();
    }

    boolean holds(InetAddress address) {
        return length(address) == length(first) && beginning(address).equals(beginning(first));
    }

    private BigInteger beginning(InetAddress address) {
        return new BigInteger(1, address.getAddress()).shiftRight(length(address) - bits);
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
