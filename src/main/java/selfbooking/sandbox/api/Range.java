package selfbooking.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time; the end is not part of it. */
public record Range(Instant start, Instant end) {

    public boolean overlaps(Range other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    boolean contains(Range other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    boolean contains(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    /** What is left of this range when the other is taken: nothing, one or two ranges. */
    List<Range> minus(Range other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Range> rest = new ArrayList<>();
        if (start.isBefore(other.start)) {
            rest.add(new Range(start, other.start));
        }
        if (other.end.isBefore(end)) {
            rest.add(new Range(other.end, end));
        }
        return rest;
    }

    /** Back-to-back pieces from the start; a remainder that is too short is dropped. */
    public List<Range> pieces(Duration length) {
        List<Range> pieces = new ArrayList<>();
        Instant from = start;
        while (!from.plus(length).isAfter(end)) {
            pieces.add(new Range(from, from.plus(length)));
            from = from.plus(length);
        }
        return pieces;
    }
}
