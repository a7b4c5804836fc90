package selfbooking.web.cache;

import static selfbooking.web.Visitor.HOME;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import selfbooking.Figures;
import selfbooking.RunningApp;
import selfbooking.SetClock;
import selfbooking.web.Visitor;

/** The first page and some times have been looked at. */
abstract class AtKeptPages {

    final SetClock clock = new SetClock();
    RunningApp running;
    Visitor app;
    String times;

    /** At the beginning of a minute, so that none ends within a test; some days ahead, so that no time is too soon. */
    @BeforeEach
    void open(@TempDir Path folder) {
        forwardTo(clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
        running = RunningApp.start(folder, settings(), clock);
        app = new Visitor(running);
        times = inDays(4);
        app.get(HOME);
        app.get(times);
    }

    Map<String, String> settings() {
        return Map.of("METRICS_TOKEN", Figures.TOKEN);
    }

    @AfterEach
    void close() {
        running.close();
    }

    String inDays(int days) {
        return HOME + "times?from="
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    void forwardTo(Instant moment) {
        clock.forward(Duration.between(clock.instant(), moment));
    }
}
