package selfbooking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import org.junit.jupiter.api.Test;
import selfbooking.OnPostgres;
import selfbooking.Postgres;
import selfbooking.SetClock;
import selfbooking.TestRooms;
import selfbooking.Wait;
import selfbooking.booking.draft.HoldTable;
import selfbooking.coreplus.Connection;
import selfbooking.coreplus.Gateways;
import selfbooking.store.DatabaseUrl;
import selfbooking.store.Store;

/** What an instance learns of another one on the same database; the pages' clock stands still meanwhile. */
@OnPostgres
class OtherInstanceTest {

    @Test
    void change_of_a_claim_elsewhere_is_a_new_version_here() {
        var url = DatabaseUrl.parse(Postgres.migrated());
        var clock = new SetClock();
        var nowhere = new Connection(URI.create("http://127.0.0.1:1"), "consumer", "secret", "token");
        try (var here = Store.open(url);
                var elsewhere = Store.open(url);
                var gateway = Gateways.usual(clock, new SimpleMeterRegistry());
                var desk = Desk.open(
                        Desks.usual(OpenDesk.CLINIC, gateway.diary(nowhere), here, TestRooms.usual(), clock))) {
            var before = desk.version().holds();
            var theirs = new HoldTable(elsewhere, OpenDesk.CLINIC.slug());

            elsewhere.jdbi().useTransaction(db -> theirs.free(db, "a booking"));

            Wait.until("the other's version", () -> desk.version().holds() == theirs.version());
            assertThat(desk.version().holds()).isGreaterThan(before);
        }
    }
}
