package selfbooking.web.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import java.util.zip.GZIPOutputStream;

/** What is sent as it is: bytes, plain and gzipped, each under a tag that changes with them. */
public final class PageBytes {
    private final byte[] bytes;
    private final byte[] gzipped;
    private final String hash;
    private final String tag;
    private final String gzippedTag;

    public PageBytes(byte[] bytes) {
        this.bytes = bytes;
        this.gzipped = gzip(bytes);
        this.hash = hash(bytes);
        this.tag = '"' + hash + '"';
        this.gzippedTag = '"' + hash + "-gzip\"";
    }

    public byte[] bytes() {
        return bytes;
    }

    /** For {@code Content-Encoding: gzip}. */
    public byte[] gzipped() {
        return gzipped;
    }

    /** The two together, in bytes. */
    public int size() {
        return bytes.length + gzipped.length;
    }

    String hash() {
        return hash;
    }

    /** The {@code ETag} of the plain bytes. */
    public String tag() {
        return tag;
    }

    /** The {@code ETag} of the gzipped ones. */
    public String gzippedTag() {
        return gzippedTag;
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

    /** Sixty-four bits of two checksums: a page is made anew with each hold, and a digest would take longer than its template. */
    private static String hash(byte[] bytes) {
        return checksum(new CRC32(), bytes) + checksum(new CRC32C(), bytes);
    }

    private static String checksum(Checksum sum, byte[] bytes) {
        sum.update(bytes);
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }
}
