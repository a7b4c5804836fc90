package selfbooking.bench;

import java.util.List;

/** An address and the headers that it is asked with. */
record Asked(String address, List<String> headers) {

    static final String GZIP = "Accept-Encoding: gzip";

    static Asked plain(String address) {
        return new Asked(address, List.of());
    }

    static Asked zipped(String address) {
        return new Asked(address, List.of(GZIP));
    }

    static Asked known(String address, String tag) {
        return new Asked(address, List.of(GZIP, "If-None-Match: " + tag));
    }
}
