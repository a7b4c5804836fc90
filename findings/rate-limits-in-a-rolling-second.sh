#!/bin/sh
# A limit of "ten a second" lets eleven to twenty-one calls through within one second.
#
# Seen with bucket4j 8.19.0, Guava 33.5.0, resilience4j 2.3.0 and Failsafe 3.3.2 on Java 17.
#
# Valid input: each limiter is set to ten permits a second, in the way of its own guide.
# Nothing is asked for at first; then a caller takes every permit it can get.
# A token bucket gives its ten saved permits at once, and refills meanwhile.
# A limiter with fixed periods gives ten just before a period ends and ten just after.
# Even the one that spreads its permits evenly gives an eleventh.
#
# What it does to users: a server that counts a rolling second answers 429 at the busiest moment.
# That moment is the first rush after a quiet minute, when patients wait for a page.
#
# What our product does: its own gate hands a permit back one second after a call has ended.
# The count in any rolling second then stays at ten or below, however slow the network is.
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
    <dependency><groupId>com.bucket4j</groupId><artifactId>bucket4j_jdk17-core</artifactId><version>8.19.0</version></dependency>
    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>33.5.0-jre</version></dependency>
    <dependency><groupId>io.github.resilience4j</groupId><artifactId>resilience4j-ratelimiter</artifactId><version>2.3.0</version></dependency>
    <dependency><groupId>dev.failsafe</groupId><artifactId>failsafe</artifactId><version>3.3.2</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/RollingSecond.java" <<'JAVA'
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

class RollingSecond {
    static final Duration SECOND = Duration.ofSeconds(1);
    static boolean changed;

    public static void main(String[] args) throws Exception {
        System.out.println("bucket4j 8.19.0, Guava 33.5.0, resilience4j 2.3.0, Failsafe 3.3.2, Java " + System.getProperty("java.version"));
        System.out.println("Ten a second each; the most permits given within any one second:");

        AtomicLong clock = new AtomicLong();
        TimeMeter virtual = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        Bucket greedy = Bucket.builder().withCustomTimePrecision(virtual)
                .addLimit(limit -> limit.capacity(10).refillGreedy(10, SECOND)).build();
        print("bucket4j, refilled bit by bit", onVirtualClock(clock, () -> greedy.tryConsume(1)), 19);
        clock.set(0);
        Bucket atOnce = Bucket.builder().withCustomTimePrecision(virtual)
                .addLimit(limit -> limit.capacity(10).refillIntervally(10, SECOND)).build();
        print("bucket4j, refilled each second", onVirtualClock(clock, () -> atOnce.tryConsume(1)), 20);

        // These have no clock that can be set. A busy machine may cost a few permits, so fewer will do.
        var guava = com.google.common.util.concurrent.RateLimiter.create(10);
        Thread.sleep(300);
        print("Guava RateLimiter", onRealClock(guava::tryAcquire, 15), 15);
        var resilience = io.github.resilience4j.ratelimiter.RateLimiter.of("calls", RateLimiterConfig.custom()
                .limitForPeriod(10).limitRefreshPeriod(SECOND).timeoutDuration(Duration.ZERO).build());
        print("resilience4j RateLimiter", onRealClock(resilience::acquirePermission, 15), 15);
        var bursty = dev.failsafe.RateLimiter.burstyBuilder(10, SECOND).build();
        print("Failsafe RateLimiter, bursty", onRealClock(bursty::tryAcquirePermit, 15), 15);
        var smooth = dev.failsafe.RateLimiter.smoothBuilder(10, SECOND).build();
        print("Failsafe RateLimiter, smooth", onRealClock(smooth::tryAcquirePermit, 11), 11);

        System.out.println(changed ? "CHANGED: a limiter now keeps closer to ten in a rolling second." : "As described: each gives more than ten.");
        System.exit(changed ? 1 : 0);
    }

    static void print(String limiter, int most, int atLeast) {
        System.out.printf("  %-32s %d%n", limiter, most);
        changed |= most < atLeast;
    }

    /** Quiet for 0.95 s, then asked each millisecond for two seconds. */
    static int onVirtualClock(AtomicLong clock, BooleanSupplier asked) {
        List<Long> given = new ArrayList<>();
        for (long now = 950_000_000L; now < 2_950_000_000L; now += 1_000_000L) {
            clock.set(now);
            while (asked.getAsBoolean()) {
                given.add(now);
            }
        }
        return most(given);
    }

    /** The same by the real clock; once or twice more when a busy machine stood still. */
    static int onRealClock(BooleanSupplier asked, int atLeast) throws InterruptedException {
        int most = 0;
        for (int go = 0; go < 3 && most < atLeast; go++) {
            Thread.sleep(950);
            List<Long> given = new ArrayList<>();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 2_000_000_000L) {
                if (asked.getAsBoolean()) {
                    given.add(System.nanoTime());
                } else {
                    Thread.sleep(1);
                }
            }
            most = Math.max(most, most(given));
        }
        return most;
    }

    static int most(List<Long> given) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < given.size(); to++) {
            while (given.get(to) - given.get(from) >= 1_000_000_000L) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -cp "$(cat classpath)" RollingSecond.java
