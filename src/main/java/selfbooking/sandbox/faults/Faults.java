package selfbooking.sandbox.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are armed, in the order in which they were; safe to call from any thread. */
public final class Faults {

    private final List<Fault> armed = new ArrayList<>();

    /** Arms one more; what it cannot be is an {@link IllegalArgumentException} that says why. */
    public synchronized void arm(ObjectNode sent) {
        armed.add(new FaultForm(sent).fault());
    }

    /** Disarms all; calls that wait already go on waiting. */
    public synchronized void clear() {
        armed.clear();
    }

    /** As the console shows them, with the times that are left. */
    public synchronized List<ObjectNode> wire() {
        return armed.stream().map(Fault::wire).toList();
    }

    /** The first one that this call meets, with one of its times used up. */
    public synchronized Optional<Fault> meeting(String method, String path) {
        Optional<Fault> met = armed.stream()
                .filter(fault -> fault.target().meets(method, path))
                .findFirst();
        met.ifPresent(this::useUp);
        return met;
    }

    private void useUp(Fault fault) {
        int place = armed.indexOf(fault);
        if (fault.isLast()) {
            armed.remove(place);
        } else {
            armed.set(place, fault.onceLess());
        }
    }
}
