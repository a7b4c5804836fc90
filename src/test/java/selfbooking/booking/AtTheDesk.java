package selfbooking.booking;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk of its own for each test. */
public abstract class AtTheDesk {

    public OpenDesk desk;

    @BeforeEach
    public void open(@TempDir Path folder) {
        desk = new OpenDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
