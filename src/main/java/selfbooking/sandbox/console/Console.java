package selfbooking.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import selfbooking.sandbox.api.Diary;
import selfbooking.sandbox.faults.Faults;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Body;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Switches;
import selfbooking.sandbox.server.Times;

/** What checks may see and do behind the API's back; reachable from this machine only. */
public final class Console {

    private final Diary diary;
    private final Reception reception;
    private final CallsLog calls;
    private final Faults faults;
    private final Switches switches;
    private final SandboxClock clock;

    public Console(
            Diary diary, Reception reception, CallsLog calls, Faults faults, Switches switches, SandboxClock clock) {
        this.diary = diary;
        this.reception = reception;
        this.calls = calls;
        this.faults = faults;
        this.switches = switches;
        this.clock = clock;
    }

    /** Every appointment, cancelled ones too. */
    public ObjectNode appointments(Asked asked) {
        List<ObjectNode> records = diary.all().stream().map(reception::record).toList();
        return Answer.list("appointments", records);
    }

    public ObjectNode book(Asked asked) {
        return Answer.wrapped("appointment", reception.record(reception.book(asked.body())));
    }

    public ObjectNode calls(Asked asked) {
        return Answer.list("calls", calls.wire());
    }

    public ObjectNode clock(Asked asked) {
        return Json.empty().put("now", clock.instant().toString());
    }

    public ObjectNode setClock(Asked asked) {
        Body body = asked.body();
        JsonNode offset = body.json().path("offsetSeconds");
        if (offset.isIntegralNumber() && offset.canConvertToInt()) {
            clock.shift(Duration.ofSeconds(offset.intValue()));
        } else {
            clock.set(Times.lenient("now", body.required("now", 40)));
        }
        return clock(asked);
    }

    /** Those still armed. */
    public ObjectNode faults(Asked asked) {
        return Answer.list("faults", faults.wire());
    }

    public ObjectNode arm(Asked asked) {
        ObjectNode fault = asked.body().json();
        try {
            faults.arm(fault);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(String.valueOf(e.getMessage()));
        }
        return faults(asked);
    }

    public ObjectNode disarm(Asked asked) {
        faults.clear();
        return faults(asked);
    }

    public ObjectNode switches(Asked asked) {
        return switches.shown();
    }

    public ObjectNode setSwitches(Asked asked) {
        switches.change(asked.body().json());
        return switches.shown();
    }
}
