package selfbooking.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Copies the SQLite database of a folder as it stands at one moment, while the application goes on writing to it. */
public final class Backup {

    private static final int WAIT_MILLIS = 10_000;

    private Backup() {}

    /**
     * Returns when the copy is on the disk; only this user can read it.
     *
     * @throws NoSuchFileException when the folder holds no database
     * @throws FileAlreadyExistsException when there is a file of the copy's name; it is left alone
     */
    public static void write(Path folder, Path copy) throws IOException {
        var database = folder.resolve("selfbooking.db");
        if (!Files.isRegularFile(database)) {
            throw new NoSuchFileException(database.toString());
        }
        Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            copy(database, copy);
        } catch (SQLException e) {
            Files.deleteIfExists(copy);
            throw new IOException("the database could not be copied: " + e.getMessage(), e);
        }
    }

    /** SQLite writes into an empty file, and leaves it to others to get it onto the disk. */
    private static void copy(Path database, Path copy) throws IOException, SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MILLIS);
        try (var connection = config.createConnection("jdbc:sqlite:" + database);
                var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
        try (var file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }
}
