#!/bin/sh
# Reading SQLite's files in the process that writes takes the writer's lock away.
#
# Seen with sqlite-jdbc 3.54.1.0 on Java 17, on Linux.
#
# Valid input: one process writes in a transaction and has the lock; another process is told to wait.
# Now the first process reads the database's files as plain files, as a home-made backup does.
# Files.readAllBytes closes each file at its end.
# POSIX drops all locks that a process has on a file when it closes that file anywhere.
# The other process then gets the lock, writes and commits in the middle of the first one's transaction.
# With a rollback journal our commit fails and the other's committed row is lost.
# With the write-ahead log both commits succeed and ours is lost.
#
# What it does to users: a booking that was confirmed is no longer there.
#
# What our product does: nothing in it opens these files but SQLite.
# Its backup is a process of its own and lets SQLite write the copy with "vacuum into".
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

cat >"$work/Locks.java" <<'JAVA'
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

class Locks {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            writeFromOutside(args[0]);
            return;
        }
        System.out.println("sqlite-jdbc 3.54.1.0, Java " + System.getProperty("java.version"));
        List<String> journal = story("DELETE");
        List<String> log = story("WAL");
        boolean same = journal.equals(List.of("kept out", "wrote", "commit failed", "ours: new", "theirs: old"))
                && log.equals(List.of("kept out", "wrote", "committed", "ours: old", "theirs: new"));
        System.out.println(same ? "As described: reading a file ended the lock, and a committed row is lost." : "CHANGED: locks or rows fare otherwise now.");
        System.exit(same ? 0 : 1);
    }

    /** Two rows, of which we write one and the other process the other. */
    static List<String> story(String journalMode) throws Exception {
        Path folder = Files.createDirectory(Path.of(journalMode));
        String url = "jdbc:sqlite:" + folder.resolve("diary.db");
        List<String> seen = new ArrayList<>();
        try (var connection = DriverManager.getConnection(url + "?transaction_mode=IMMEDIATE&journal_mode=" + journalMode);
                var statement = connection.createStatement()) {
            statement.execute("create table booking (whose text, state text)");
            statement.execute("insert into booking values ('ours', 'old'), ('theirs', 'old')");
            connection.setAutoCommit(false);
            statement.executeUpdate("update booking set state = 'new' where whose = 'ours'");
            seen.add(otherProcess(url));
            readAll(folder);
            seen.add(otherProcess(url));
            try {
                connection.commit();
                seen.add("committed");
            } catch (SQLException e) {
                seen.add("commit failed");
            }
        }
        try (var connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery("select whose, state from booking order by whose")) {
            while (rows.next()) {
                seen.add(rows.getString(1) + ": " + rows.getString(2));
            }
        }
        System.out.println("journal_mode " + journalMode);
        System.out.println("  other process, while we hold the lock:   " + seen.get(0));
        System.out.println("  other process, after we read the files:  " + seen.get(1));
        System.out.println("  our own commit:                          " + seen.get(2));
        System.out.println("  rows in the end:                         " + seen.subList(3, seen.size()));
        return seen;
    }

    static void readAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.readAllBytes(file);
            }
        }
    }

    static String otherProcess(String url) throws IOException {
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"), "Locks.java", url)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(process.getInputStream().readAllBytes()).strip();
    }

    static void writeFromOutside(String url) {
        try (var connection = DriverManager.getConnection(url + "?busy_timeout=300"); var statement = connection.createStatement()) {
            statement.executeUpdate("update booking set state = 'new' where whose = 'theirs'");
            System.out.println("wrote");
        } catch (SQLException e) {
            System.out.println(e.getMessage().contains("SQLITE_BUSY") ? "kept out" : e.getMessage());
        }
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -Djava.io.tmpdir="$work" -cp "$(cat classpath)" Locks.java
