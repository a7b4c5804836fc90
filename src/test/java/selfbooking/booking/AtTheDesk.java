package selfbooking.booking;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk of its own for each test. */
abstract class AtTheDesk {

    OpenDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OpenDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
