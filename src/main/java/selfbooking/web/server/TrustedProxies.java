package selfbooking.web.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The proxies in front of us whose word on where a request comes from is taken. Nobody else's is. */
public record TrustedProxies(List<AddressRange> ranges) {

    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /**
     * The patient's address: read from the right, where our own proxies write, the first that is none of them. What stands further left
     * anybody may have sent. Where there is no such address, the peer's.
     *
     * @param peer the other end of the connection, in digits
     * @param forwarded the lines of {@code X-Forwarded-For} in their order
     */
    public InetAddress patient(String peer, List<String> forwarded) {
        InetAddress end = IpLiteral.readHop(peer).orElseThrow();
        String[] hops = String.join(",", forwarded).split(",", -1);
        Optional<InetAddress> found = Optional.of(end);
        for (int i = hops.length - 1; i >= 0 && found.filter(this::trusts).isPresent(); i--) {
            found = IpLiteral.readHop(hops[i]);
        }
        return found.filter(address -> !trusts(address)).orElse(end);
    }

    private boolean trusts(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }
}
