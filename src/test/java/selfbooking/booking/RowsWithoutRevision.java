package selfbooking.booking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import selfbooking.Postgres;
import selfbooking.TestStore;
import selfbooking.booking.diary.Offer;
import selfbooking.store.DatabaseUrl;
import selfbooking.store.Store;

/** A database as the application left it before a booking had a revision. */
final class RowsWithoutRevision {

    static final String DRAFT = "cvG6zmWP07BlAKpjMxQ1sQ";
    static final String BOOKED = "MBKF2lOYYV2uSUpu9zpM9g";
    static final String SUBMITTING = "xBQKEXUsW_ey0fTy2Ht3oQ";
    static final String LEFT_FOR_THE_DIARY = "A1WUP1gjUbSNF8RJs7KcEg";
    static final String UNKNOWN = "UNydbZfUp4bGlUJV5Dc2NQ";

    private static final Path ROWS = Path.of("src/test/resources/selfbooking/booking/rows-without-revision.sql");
    private static final List<String> REFERENCES_OF_SENT = List.of("M43AQM", "CV0W4K");
    private static final String LAST_WITHOUT = "5";
    private static final long WRITTEN = 1_796_095_766_288L;
    private static final Pattern MILLIS = Pattern.compile("\\b179\\d{10}\\b");

    private RowsWithoutRevision() {}

    /**
     * Writes and opens it.
     *
     * @param offers the times of the bookings in their order, since those of the rows are not free in every diary
     * @param clients who the last two bookings are for in the diary
     * @param now the moment after the rows were written
     */
    static Store open(Path folder, List<Offer> offers, List<String> clients, Instant now) throws IOException {
        var url = TestStore.onPostgres()
                ? DatabaseUrl.parse(Postgres.empty())
                : new DatabaseUrl("jdbc:sqlite:" + folder.resolve("selfbooking.db"), null, null);
        Flyway.configure()
                .dataSource(url.jdbc(), url.user(), url.password())
                .target(LAST_WITHOUT)
                .load()
                .migrate();
        var rows = written(now);
        Jdbi.create(() -> DriverManager.getConnection(url.jdbc(), url.user(), url.password()))
                .useTransaction(db -> {
                    db.createScript(rows).execute();
                    move(db, offers);
                    for (int i = 0; i < clients.size(); i++) {
                        db.execute(
                                "update booking set client_id = ? where reference = ?",
                                clients.get(i),
                                REFERENCES_OF_SENT.get(i));
                    }
                });
        return TestStore.onPostgres() ? Store.open(url) : Store.open(folder);
    }

    private static String written(Instant now) throws IOException {
        long later = now.toEpochMilli() - WRITTEN;
        return MILLIS.matcher(Files.readString(ROWS))
                .replaceAll(millis -> Long.toString(Long.parseLong(millis.group()) + later));
    }

    private static void move(Handle db, List<Offer> offers) {
        var ids = db.select("select id from booking order by created_at")
                .mapTo(String.class)
                .list();
        for (int i = 0; i < offers.size(); i++) {
            var slot = offers.get(i).slot();
            var start = slot.start().toEpochMilli();
            var end = slot.end().toEpochMilli();
            var practitioner = slot.practitionerId();
            db.execute(
                    "update booking set practitioner_id = ?, location_id = ?, starts_at = ?, ends_at = ? where id = ?",
                    practitioner,
                    slot.locationId(),
                    start,
                    end,
                    ids.get(i));
            db.execute(
                    "update hold set practitioner_id = ?, starts_at = ?, ends_at = ? where booking_id = ?",
                    practitioner,
                    start,
                    end,
                    ids.get(i));
        }
    }
}
