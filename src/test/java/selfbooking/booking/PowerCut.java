package selfbooking.booking;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Copies SQLite's files from under its writers, as a power cut could leave them.
 *
 * <p>Copied one after the other the files would mix moments that no disk ever held together, if the log were emptied or begun anew in
 * between. So a reader stands in the log meanwhile. No page goes from the log into the database beyond what that reader sees, and what goes
 * there is also in the log, which is copied last: pages of a checkpoint that was under way may be new, old or mixed, as after a cut. With
 * a log of which all is in the database already, the reader stands beside it: then no page goes into the database at all, but a writer may
 * begin the log anew, which its header shows; such a copy is thrown away. Writers write on all the time.
 *
 * <p>What was written behind the last commit of the moment before need not have reached the disk. So the copy's log is cut at a random byte
 * behind it, and every second one goes on with noise. What a copy cannot show is whether a commit waits for the disk: that is
 * {@code synchronous=FULL}, which another test holds.
 */
final class PowerCut implements AutoCloseable {

    private static final String NAME = "selfbooking.db";
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final Random random;
    private final Connection reader;
    /** Open to the end: closing any file of the database drops all locks that SQLite has on it in this process. */
    private final FileChannel database;

    private final FileChannel log;
    private final FileChannel index;
    private int cuts;
    private int begunAnew;
    private int unfinished;
    private int longest;

    PowerCut(Path folder, Random random) throws IOException, SQLException {
        this.random = random;
        reader = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(NAME));
        reader.setAutoCommit(false);
        database = FileChannel.open(folder.resolve(NAME));
        log = FileChannel.open(folder.resolve(NAME + "-wal"));
        index = FileChannel.open(folder.resolve(NAME + "-shm"));
    }

    /** What is so before the cut; and in that folder then the files after it. */
    <T> T after(Supplier<T> before, Path to) throws IOException, SQLException {
        Files.createDirectories(to);
        while (true) {
            standInTheLog();
            var known = before.get();
            var then = read(log);
            Files.write(to.resolve(NAME), read(database));
            var now = read(log);
            Files.write(to.resolve(NAME + "-shm"), read(index));
            boolean same = Arrays.equals(header(then), header(read(log)));
            reader.rollback();
            if (same) {
                Files.write(to.resolve(NAME + "-wal"), torn(now, endOfLastCommit(then)));
                return known;
            }
            begunAnew++;
        }
    }

    private void standInTheLog() throws SQLException {
        try (var statement = reader.createStatement()) {
            statement.executeQuery("select count(*) from booking").close();
        }
    }

    private byte[] torn(byte[] wal, int least) {
        int end = endOfLastCommit(wal);
        int most = end > least && random.nextBoolean() ? end : wal.length;
        int cut = least + random.nextInt(most - least + 1);
        count(end, cut);
        var torn = Arrays.copyOf(wal, random.nextBoolean() ? cut : wal.length);
        var noise = new byte[torn.length - cut];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, torn, cut, noise.length);
        return torn;
    }

    private void count(int end, int cut) {
        cuts++;
        unfinished += cut < end ? 1 : 0;
        longest = Math.max(longest, end);
    }

    @Override
    public String toString() {
        return "power cuts: %d, of them %d before the end of a newer commit, with up to %d KB in the log; %d copies thrown away"
                .formatted(cuts, unfinished, longest / 1024, begunAnew);
    }

    private static byte[] header(byte[] wal) {
        return Arrays.copyOf(wal, Math.min(wal.length, HEADER));
    }

    /** Frames of the log as it is now carry its header's salt; one with a size of the database ends a commit. */
    public static int endOfLastCommit(byte[] wal) {
        if (wal.length < HEADER) {
            return 0;
        }
        var bytes = ByteBuffer.wrap(wal);
        var salt = bytes.getLong(16);
        int frame = FRAME_HEADER + bytes.getInt(8);
        int end = 0;
        for (int at = HEADER; at + frame <= wal.length && bytes.getLong(at + 8) == salt; at += frame) {
            end = bytes.getInt(at + 4) == 0 ? end : at + frame;
        }
        return end;
    }

    private static byte[] read(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate((int) file.size());
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
            // a file that grows or shrinks meanwhile is what a cut may meet
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Override
    public void close() throws IOException, SQLException {
        reader.close();
        database.close();
        log.close();
        index.close();
    }
}
