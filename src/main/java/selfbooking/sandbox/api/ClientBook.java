package selfbooking.sandbox.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All clients, in the order in which they came. */
public final class ClientBook {

    private final Map<String, Client> clients = new LinkedHashMap<>();

    public ClientBook(Collection<Client> first) {
        first.forEach(client -> clients.put(client.id(), client));
    }

    /** False and nothing added when the same person is there already and duplicates are not allowed. */
    synchronized boolean add(Client client, boolean duplicatesAllowed) {
        boolean wanted = duplicatesAllowed || clients.values().stream().noneMatch(client::sameAs);
        if (wanted) {
            clients.put(client.id(), client);
        }
        return wanted;
    }

    public synchronized Optional<Client> find(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    public synchronized List<Client> all() {
        return List.copyOf(clients.values());
    }
}
