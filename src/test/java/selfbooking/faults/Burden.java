package selfbooking.faults;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;

/** What the process carries at a moment, with its own part of the test and the sandbox in it. */
record Burden(long threads, long requestThreads, long heapMegabytes) {

    static Burden now() {
        var threads = ManagementFactory.getThreadMXBean();
        long requests = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith("JettyServerThreadPool"))
                .count();
        return new Burden(threads.getThreadCount(), requests, 0);
    }

    /** With what is really in use. */
    static Burden afterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        var now = now();
        return new Burden(
                now.threads(), now.requestThreads(), memory.getHeapMemoryUsage().getUsed() >> 20);
    }
}
