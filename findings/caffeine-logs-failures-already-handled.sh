#!/bin/sh
# Caffeine's asynchronous cache logs each failed load with its stack, even when the caller deals with it.
#
# Seen with Caffeine 3.3.1 on Java 17.
#
# Valid input: an asynchronous cache whose loader fails, and a caller that catches the failure.
# The cache writes a warning with the whole stack to the platform's logger, once for each load.
# No setting of the cache turns it off.
# The synchronous cache throws the same failure to its caller and logs nothing.
#
# What it does to users: while the clinic's diary is down, each page that is asked for leaves a stack in the log.
# The line that matters is lost among them, and a message may hold what should not be logged.
#
# What our product does: it uses the synchronous cache for what is kept, and its own futures for what is on the way.
# A failure is handed to all who wait, is logged in one line where it began, and is forgotten.
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
    <dependency><groupId>com.github.ben-manes.caffeine</groupId><artifactId>caffeine</artifactId><version>3.3.1</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/Failures.java" <<'JAVA'
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class Failures {
    static final AtomicInteger LOGGED = new AtomicInteger();
    static volatile String last = "";

    public static void main(String[] args) {
        System.out.println("Caffeine 3.3.1, Java " + System.getProperty("java.version"));
        Logger root = Logger.getLogger("");
        for (Handler console : root.getHandlers()) {
            root.removeHandler(console);
        }
        root.addHandler(new Counting());

        var synchronous = Caffeine.newBuilder().build((String week) -> diary());
        for (int i = 0; i < 3; i++) {
            try {
                synchronous.get("this week");
            } catch (IllegalStateException e) {
                System.out.println("synchronous cache, caught: " + e.getMessage());
            }
        }
        int bySynchronous = LOGGED.get();

        var asynchronous = Caffeine.newBuilder().executor(Runnable::run).buildAsync((String week) -> diary());
        for (int i = 0; i < 3; i++) {
            try {
                asynchronous.get("this week").join();
            } catch (CompletionException e) {
                System.out.println("asynchronous cache, caught: " + e.getCause().getMessage());
            }
        }
        int byAsynchronous = LOGGED.get() - bySynchronous;

        System.out.println("logged by the synchronous cache:  " + bySynchronous);
        System.out.println("logged by the asynchronous cache: " + byAsynchronous + ", such as " + last);
        boolean same = bySynchronous == 0 && byAsynchronous == 3 && last.contains("with a stack");
        System.out.println(same ? "As described: failures that were caught are logged all the same." : "CHANGED: the caches log failures in another way.");
        System.exit(same ? 0 : 1);
    }

    static String diary() {
        throw new IllegalStateException("the diary does not answer");
    }

    static class Counting extends Handler {
        @Override
        public void publish(LogRecord line) {
            LOGGED.incrementAndGet();
            last = line.getLevel() + " \"" + line.getMessage() + "\" " + (line.getThrown() == null ? "without" : "with") + " a stack";
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -cp "$(cat classpath)" Failures.java
