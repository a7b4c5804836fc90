package selfbooking.notice;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Where mail is put in the transaction of what it tells about: it leaves when that is committed, and never otherwise. Thread safe. */
public final class Outbox {

    private static final int ID_BYTES = 16;

    private final Map<String, String> addresses;
    private final SecureRandom random;
    private final Clock clock;

    /** The clinics' own mail addresses by slug; a clinic without one is told nothing. */
    public Outbox(Map<String, String> addresses, SecureRandom random, Clock clock) {
        this.addresses = Map.copyOf(addresses);
        this.random = random;
        this.clock = clock;
    }

    /** Tells the clinic of a booking that needs a person there. */
    public void callClinic(Handle db, String clinicSlug, CallClinic call) {
        var address = addresses.get(clinicSlug);
        if (address != null) {
            OutboxTable.insert(db, id(random), clinicSlug, address, Letter.of(call), clock.instant());
        }
    }

    static String id(SecureRandom random) {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
