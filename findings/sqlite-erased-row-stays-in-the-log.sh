#!/bin/sh
# SQLite's secure_delete leaves an erased row readable in the write-ahead log.
#
# Seen with sqlite-jdbc 3.54.1.0 on Java 17.
#
# Valid input: a database with journal_mode WAL and secure_delete on, as SQLite's documentation has them.
# A row is inserted and deleted, both transactions are committed, and a query finds nothing.
# The text of the row still stands in the log file beside the database.
# An ordinary checkpoint brings the database file up to date and leaves the log's content.
# Only a checkpoint with "truncate" empties the log.
#
# What it does to users: a patient's name that has been erased goes along in a copy of the folder.
# How long it stays depends on how much is written later.
#
# What our product does: it empties the log by such a checkpoint every ten seconds.
# While somebody reads for long, the checkpoint gives way and is tried again.
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
    <dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3.54.1.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/Erased.java" <<'JAVA'
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

class Erased {
    static final String NAME = "Matilda Bilby-Quoll";
    static final Path DATABASE = Path.of("diary.db");
    static final Path LOG = Path.of("diary.db-wal");

    public static void main(String[] args) throws Exception {
        String url = "jdbc:sqlite:" + DATABASE + "?journal_mode=WAL&secure_delete=true";
        boolean same;
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            System.out.println("sqlite-jdbc 3.54.1.0, SQLite " + connection.getMetaData().getDatabaseProductVersion() + ", Java " + System.getProperty("java.version"));
            System.out.println("secure_delete = " + number(statement, "pragma secure_delete"));
            statement.execute("create table patient (name text)");
            statement.execute("insert into patient values ('" + NAME + "')");
            statement.execute("delete from patient");
            System.out.println("rows left: " + number(statement, "select count(*) from patient"));

            String erased = places("after the delete");
            number(statement, "pragma wal_checkpoint(passive)");
            String passive = places("after a checkpoint");
            number(statement, "pragma wal_checkpoint(truncate)");
            String truncated = places("after a checkpoint with truncate");
            same = erased.equals("log") && passive.equals("log") && truncated.equals("nowhere");
        }
        System.out.println(same ? "As described: the erased name stays in the log until that is emptied." : "CHANGED: the erased name stays in other places now.");
        System.exit(same ? 0 : 1);
    }

    static String places(String when) throws IOException {
        // The files are read by this process without harm: it holds no lock at this moment.
        String places = (holdsName(DATABASE) ? "database " : "") + (holdsName(LOG) ? "log" : "");
        places = places.isEmpty() ? "nowhere" : places.strip();
        System.out.println(when + ", the name is found in: " + places);
        return places;
    }

    static boolean holdsName(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(NAME);
    }

    static int number(Statement statement, String sql) throws SQLException {
        try (var result = statement.executeQuery(sql)) {
            return result.getInt(1);
        }
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -Djava.io.tmpdir="$work" -cp "$(cat classpath)" Erased.java
