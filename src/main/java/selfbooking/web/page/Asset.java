package selfbooking.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file that pages load: its bytes, plain and gzipped, and an address that changes with them. */
public final class Asset {
    private final String name;
    private final String type;
    private final byte[] bytes;
    private final byte[] gzipped;
    private final String hash;

    public Asset(String name, String type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
        this.gzipped = gzip(bytes);
        this.hash = hash(bytes);
    }

    public String name() {
        return name;
    }

    /** For {@code Content-Type}. */
    public String type() {
        return type;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** For {@code Content-Encoding: gzip}. */
    public byte[] gzipped() {
        return gzipped;
    }

    /** Only under this hash may the answer be called immutable. */
    public String hash() {
        return hash;
    }

    public String href() {
        return "/static/" + hash + "/" + name;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
