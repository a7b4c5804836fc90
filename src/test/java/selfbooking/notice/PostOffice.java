package selfbooking.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import selfbooking.SetClock;
import selfbooking.TestStore;
import selfbooking.Wait;
import selfbooking.store.Store;

/** An outbox in a database of its own, workers that the test opens, and a mail server that it starts where it likes. */
final class PostOffice implements AutoCloseable {

    static final String RECEPTION = "reception@harbour.example";
    static final CallClinic CALL = new CallClinic(
            "K742QX",
            "Alex Lee",
            "Harbour Street",
            "Standard visit, 30 minutes",
            ZonedDateTime.of(2026, 11, 24, 15, 40, 0, 0, ZoneId.of("Australia/Melbourne")));
    static final MailTimings SHORT = new MailTimings(
            Duration.ofMillis(30),
            Duration.ofMillis(400),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofHours(24));

    final SetClock clock = new SetClock();
    final Store store;
    final Outbox outbox = new Outbox(Map.of("clinic", RECEPTION), new SecureRandom(), clock);
    private final Deque<Runnable> toClose = new ArrayDeque<>();

    PostOffice(Path folder) {
        store = TestStore.sqlite(folder);
        toClose.push(store::close);
    }

    void put(CallClinic call) {
        store.jdbi().useTransaction(db -> outbox.callClinic(db, "clinic", call));
    }

    Post open(String smtpUrl) {
        var post = Post.open(store.jdbi(), MailServer.of(smtpUrl), SHORT, new SecureRandom(), clock);
        toClose.push(post::close);
        return post;
    }

    static String at(int port) {
        return "smtp://127.0.0.1:" + port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Port 0 takes a free one. */
    GreenMail serve(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        toClose.push(server::stop);
        return server;
    }

    /** Lets every pause end, until that many mails have arrived. */
    List<Message> waitFor(int count, GreenMail server) {
        Wait.until(count + " mails to arrive", () -> {
            clock.forward(Duration.ofMinutes(1));
            return server.getReceivedMessages().length >= count;
        });
        return Arrays.asList(server.getReceivedMessages());
    }

    void waitUntilNothingIsDue() {
        Wait.until("the outbox to be done", () -> count("next_at is not null") == 0);
    }

    int count(String condition) {
        return store.jdbi()
                .withHandle(db -> db.createQuery("select count(*) from outbox where " + condition)
                        .mapTo(int.class)
                        .one());
    }

    static String header(Message mail, String name) {
        try {
            return String.join(" | ", mail.getHeader(name));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            toClose.pop().run();
        }
    }
}
