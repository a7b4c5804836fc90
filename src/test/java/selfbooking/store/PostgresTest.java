package selfbooking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import selfbooking.OnPostgres;
import selfbooking.Postgres;
import selfbooking.Wait;

/** What only PostgreSQL does. */
@OnPostgres
class PostgresTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql", "jdbc:postgresql"})
    void every_form_of_address_connects_over_tls_with_a_password_full_of_signs(String scheme) {
        var name = Postgres.nameIn(Postgres.empty());
        var user = "patient_" + name;
        Postgres.execute("create role " + user + " login password 'p@ss/w:rd+%'");
        Postgres.execute("alter database " + name + " owner to " + user);
        var url = "%s://%s:p%%40ss%%2Fw%%3Ard+%%25@127.0.0.1:%d/%s?sslmode=require"
                .formatted(scheme, user, Postgres.port(), name);

        try (var store = Store.open(DatabaseUrl.parse(url))) {
            assertThat(asked(store, "select current_user")).isEqualTo(user);
            assertThat(asked(store, "select ssl from pg_stat_ssl where pid = pg_backend_pid()"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_commit_is_on_the_disk_and_nobody_waits_for_ever() {
        try (var store = open(Postgres.migrated())) {
            assertThat(asked(store, "show synchronous_commit")).isEqualTo("on");
            assertThat(asked(store, "show transaction_isolation")).isEqualTo("read committed");
            assertThat(asked(store, "show lock_timeout")).isEqualTo("5s");
            assertThat(asked(store, "show idle_in_transaction_session_timeout")).isEqualTo("15s");
            assertThat(store.shared()).isTrue();
        }
    }

    @Test
    void two_instances_that_start_at_once_migrate_an_empty_database_together() throws Exception {
        var url = Postgres.empty();
        Callable<Store> opening = () -> open(url);
        var pool = Executors.newFixedThreadPool(2);
        for (var opened : pool.invokeAll(List.of(opening, opening))) {
            try (var store = opened.get()) {
                assertThat(asked(store, "select count(*) from booking")).isEqualTo("0");
            }
        }
        pool.shutdown();
    }

    @Test
    void ready_follows_the_database_as_it_goes_and_comes_back() {
        var url = Postgres.migrated();
        try (var store = open(url)) {
            Postgres.takeAway(Postgres.nameIn(url));
            assertThat(store.ready()).isFalse();
            assertThatThrownBy(() -> asked(store, "select 1")).isInstanceOf(JdbiException.class);

            Postgres.bringBack(Postgres.nameIn(url));
            Wait.until("the database is back", store::ready);
        }
    }

    @Test
    void a_database_that_is_not_there_is_said_in_one_line_without_the_password() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertUnusable("postgres://ann:hush@127.0.0.1:" + closed + "/book", "127.0.0.1:" + closed + "/book");
        assertUnusable("postgres://nobody:hush@127.0.0.1:" + Postgres.port() + "/nowhere", "nowhere");
    }

    /** Once it has been migrated, pages say that it does not answer until it is quicker. */
    @Test
    void a_database_that_is_slow_at_the_start_is_waited_for() {
        try (var store = open(Postgres.migrated() + "?options=-c%20post_auth_delay%3D4")) {
            assertThat(store.ready()).isFalse();
        }
    }

    @Test
    void a_database_that_says_nothing_is_not_waited_for_long() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            assertUnusable("postgres://ann:hush@127.0.0.1:" + silent.getLocalPort() + "/book", "book");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static void assertUnusable(String url, String place) {
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining(place)
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("Exception");
    }

    private static Store open(String url) {
        return Store.open(DatabaseUrl.parse(url));
    }

    private static String asked(Store store, String sql) {
        return store.jdbi()
                .withHandle(db -> db.createQuery(sql).mapTo(String.class).one());
    }
}
