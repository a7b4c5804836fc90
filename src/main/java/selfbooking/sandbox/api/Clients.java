package selfbooking.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import selfbooking.sandbox.server.Answer;
import selfbooking.sandbox.server.Asked;
import selfbooking.sandbox.server.Json;
import selfbooking.sandbox.server.Refused;
import selfbooking.sandbox.server.Switches;
import selfbooking.sandbox.server.Times;

/** {@code Client/}: list and search, record, create (API notes, section 4.5). */
public final class Clients {

    private final ClientBook book;
    private final Switches switches;

    public Clients(ClientBook book, Switches switches) {
        this.book = book;
        this.switches = switches;
    }

    public ObjectNode list(Asked asked) {
        Set<String> fields = asked.ids("Field");
        return Answer.page("clients", found(asked), asked.page(), client -> row(client, fields));
    }

    /** Bare, not wrapped. */
    public ObjectNode record(Asked asked) {
        return book.find(asked.id())
                .orElseThrow(() -> Refused.unknown("Client"))
                .record();
    }

    /** Wrapped, and only the id. */
    public ObjectNode create(Asked asked) {
        Client client = ClientForm.read(UUID.randomUUID().toString(), asked.body());
        if (!book.add(client, switches.duplicatesAllowed())) {
            throw Refused.invalid("A client with the same name and date of birth already exists");
        }
        return Answer.wrapped("client", Json.empty().put("clientId", client.id()));
    }

    private List<Client> found(Asked asked) {
        String name = asked.text("name").toLowerCase(Locale.ROOT);
        String mobile = asked.text("mobile");
        String birth = asked.text("dateOfBirth");
        LocalDate born = birth.isEmpty() ? LocalDate.MIN : Times.date("dateOfBirth", birth);
        return book.all().stream()
                .filter(client -> client.fullName().toLowerCase(Locale.ROOT).contains(name))
                .filter(client ->
                        mobile.isEmpty() || client.text("phoneNumberMobile").equals(mobile))
                .filter(client -> birth.isEmpty() || client.dateOfBirth().equals(born))
                .toList();
    }

    private static ObjectNode row(Client client, Set<String> asked) {
        ObjectNode row = Json.empty().put("clientId", client.id());
        client.record().properties().forEach(member -> {
            if (asked.contains(member.getKey().toLowerCase(Locale.ROOT)) || listed(member.getKey())) {
                row.set(member.getKey(), member.getValue());
            }
        });
        return row;
    }

    private static boolean listed(String name) {
        for (ClientForm.Field field : ClientForm.Field.values()) {
            if (field.spelling().equals(name)) {
                return field.listed();
            }
        }
        return false;
    }
}
