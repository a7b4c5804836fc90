package selfbooking.booking.draft;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import selfbooking.booking.privacy.AppSecret;

/** How many times a clinic keeps at once for drafts from one network address, so that no machine alone empties its diary. */
public final class HoldsPerAddress {

    /** Half of an IPv6 address names a household; the rest it chooses itself, as often as it likes. */
    private static final int HOUSEHOLD_BYTES = 8;

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    /**
     * Where a tap came from.
     *
     * @param address a keyed digest of the network address; null for one that is not counted, since a proxy or a test has it
     * @param most how many times may be held for that address at once
     */
    public record Origin(@Nullable String address, int most) {}

    private final HoldTable holds;
    private final AppSecret secret;
    private final String clinic;
    private final int most;

    public HoldsPerAddress(HoldTable holds, AppSecret secret, String clinic, int most) {
        this.holds = holds;
        this.secret = secret;
        this.clinic = clinic;
        this.most = most;
    }

    public Origin origin(InetAddress from) {
        return new Origin(isNear(from) ? null : digest(from), most);
    }

    private String digest(InetAddress from) {
        var bytes = from.getAddress();
        var counted = from instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, HOUSEHOLD_BYTES);
        return secret.digest("address", clinic + " " + HexFormat.of().formatHex(counted));
    }

    private static boolean isNear(InetAddress from) {
        return from.isLoopbackAddress()
                || from.isLinkLocalAddress()
                || (from instanceof Inet4Address
                        ? from.isSiteLocalAddress()
                        : (from.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }

    /** When there is room again, if as many times as may be are held from there. */
    public Optional<Instant> fullUntil(Handle db, Origin origin, Instant now) {
        return Optional.ofNullable(origin.address())
                .map(address -> holds.endsOf(db, address, now))
                .filter(ends -> ends.size() >= origin.most())
                .map(ends -> ends.get(ends.size() - origin.most()));
    }
}
