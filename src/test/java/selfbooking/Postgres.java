package selfbooking;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import selfbooking.store.DatabaseUrl;
import selfbooking.store.Store;

/** One PostgreSQL server for all tests of this process, and databases of their own on it; fails where there is none for this platform. */
public final class Postgres {

    private static final int MOST_AT_A_TIME = 5;
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres CLUSTER = started();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    private static EmbeddedPostgres started() {
        var platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.equals("Linux amd64")) {
            throw new IllegalStateException("the tests bring PostgreSQL for Linux amd64 only, not for " + platform);
        }
        try {
            var tls = ServerKey.in(Files.createTempDirectory("postgres-key"));
            var cluster = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", tls.certificate().toString())
                    .setServerConfig("ssl_key_file", tls.key().toString())
                    .start();
            execute(cluster, "create database " + TEMPLATE);
            Store.open(DatabaseUrl.parse(url(cluster.getPort(), TEMPLATE))).close();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a new database with all tables in it. */
    public static String migrated() {
        return created(" template " + TEMPLATE);
    }

    /** The address of a new database with nothing in it. */
    public static String empty() {
        return created("");
    }

    /** No test needs more than a few at a time, and a server full of them is slow to stop. */
    private static String created(String from) {
        var number = DATABASES.incrementAndGet();
        execute("create database test_" + number + from);
        if (number > MOST_AT_A_TIME) {
            execute("drop database test_" + (number - MOST_AT_A_TIME) + " with (force)");
        }
        return url(port(), "test_" + number);
    }

    /** The database that the address names. */
    public static String nameIn(String url) {
        return url.replaceFirst(".*/", "");
    }

    /** Ends its connections and takes no new one. */
    public static void takeAway(String name) {
        execute("alter database " + name + " allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    public static void bringBack(String name) {
        execute("alter database " + name + " allow_connections true");
    }

    public static int port() {
        return CLUSTER.getPort();
    }

    private static String url(int port, String name) {
        return "postgres://postgres@127.0.0.1:" + port + "/" + name;
    }

    /** As the server's owner; any text is SQL here. */
    public static void execute(String sql) {
        execute(CLUSTER, sql);
    }

    private static void execute(EmbeddedPostgres cluster, String sql) {
        try (var connection = cluster.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
