#!/bin/sh
# A half-open circuit breaker waits for ever for the outcome of its one trial call.
#
# Seen with Failsafe 3.3.2 on Java 17.
#
# Valid input: a breaker that is asked before each call and told of each outcome, without Failsafe's own executor.
# Its guide shows this way too.
# After the delay one call is let in as a trial, and the breaker is half open.
# Suppose that this call ends without an outcome, say because a rate limit kept it back.
# No delay runs in this state: the breaker refuses all calls from then on, however long it waits.
# It reports a remaining delay of zero all the while.
#
# What it does to users: the diary is well again, and the pages go on saying that it cannot be reached.
# Only a restart helps.
#
# What our product does: a call that was kept back counts as a failed trial while the breaker is half open.
# So the breaker opens again, and the next trial comes ten seconds later.
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
    <dependency><groupId>dev.failsafe</groupId><artifactId>failsafe</artifactId><version>3.3.2</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/HalfOpen.java" <<'JAVA'
import dev.failsafe.CircuitBreaker;
import java.time.Duration;

class HalfOpen {
    static final int DELAY_MILLIS = 100;

    public static void main(String[] args) throws Exception {
        System.out.println("Failsafe 3.3.2, Java " + System.getProperty("java.version"));
        System.out.println("a breaker with a delay of " + DELAY_MILLIS + " ms, whose trial call reports no outcome:");
        CircuitBreaker<Object> silent = open();
        Thread.sleep(2 * DELAY_MILLIS);
        boolean trial = ask(silent, "after twice the delay");
        Thread.sleep(10 * DELAY_MILLIS);
        boolean later = ask(silent, "ten delays later");
        Thread.sleep(20 * DELAY_MILLIS);
        boolean muchLater = ask(silent, "twenty delays later still");

        System.out.println("the same, with a trial call that is reported as failed:");
        CircuitBreaker<Object> told = open();
        Thread.sleep(2 * DELAY_MILLIS);
        ask(told, "after twice the delay");
        told.recordFailure();
        Thread.sleep(2 * DELAY_MILLIS);
        boolean nextTrial = ask(told, "two delays later");

        boolean same = trial && !later && !muchLater && silent.isHalfOpen() && nextTrial;
        System.out.println(same ? "As described: without an outcome no other trial is let in." : "CHANGED: a half-open breaker now finds its way out.");
        System.exit(same ? 0 : 1);
    }

    static CircuitBreaker<Object> open() {
        CircuitBreaker<Object> breaker = CircuitBreaker.builder()
                .withFailureThreshold(2)
                .withSuccessThreshold(1)
                .withDelay(Duration.ofMillis(DELAY_MILLIS))
                .build();
        breaker.recordFailure();
        breaker.recordFailure();
        return breaker;
    }

    static boolean ask(CircuitBreaker<Object> breaker, String when) {
        boolean letIn = breaker.tryAcquirePermit();
        System.out.println("  " + when + ": " + (letIn ? "let in" : "refused") + ", " + breaker.getState() + ", remaining delay " + breaker.getRemainingDelay().toMillis() + " ms");
        return letIn;
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -cp "$(cat classpath)" HalfOpen.java
