package selfbooking.notice;

import jakarta.mail.MessagingException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, on a thread of its own, until it is closed. Several may work at one database: each mail is claimed by one
 * for a while. One that is killed between sending and noting so leaves a mail to be sent again, under the same Message-ID.
 */
public final class Post implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final long LAST_MAIL_SECONDS = 5;

    private final OutboxTable table;
    private final Smtp smtp;
    private final MailTimings patience;
    private final String name;
    private final Clock clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "post");
        thread.setDaemon(true);
        return thread;
    });

    private Post(Jdbi jdbi, MailServer server, MailTimings patience, SecureRandom random, Clock clock) {
        this.table = new OutboxTable(jdbi);
        this.smtp = new Smtp(server, patience.answer());
        this.patience = patience;
        this.name = Outbox.id(random);
        this.clock = clock;
    }

    public static Post open(Jdbi jdbi, MailServer server, SecureRandom random, Clock clock) {
        return open(jdbi, server, MailTimings.USUAL, random, clock);
    }

    static Post open(Jdbi jdbi, MailServer server, MailTimings patience, SecureRandom random, Clock clock) {
        var post = new Post(jdbi, server, patience, random, clock);
        var every = patience.round().toMillis();
        var unused = post.rounds.scheduleWithFixedDelay(post::round, 0, every, TimeUnit.MILLISECONDS);
        return post;
    }

    private void round() {
        try {
            table.eraseSentBefore(clock.instant().minus(patience.bodiesStay()));
            var mail = next();
            while (mail.isPresent()) {
                deliver(mail.get());
                mail = next();
            }
        } catch (RuntimeException e) {
            LOG.error("looking for mail to send failed", e);
        }
    }

    private Optional<Mail> next() {
        var now = clock.instant();
        return rounds.isShutdown() ? Optional.empty() : table.claimDue(name, now, now.plus(patience.lease()));
    }

    private void deliver(Mail mail) {
        try {
            smtp.send(mail);
        } catch (MessagingException e) {
            LOG.warn("mail {} did not leave at attempt {}: {}", mail.id(), mail.attempts(), Smtp.reason(e));
            later(mail);
            return;
        }
        table.sent(mail.id(), name, clock.instant());
        LOG.info("mail {} was sent", mail.id());
    }

    private void later(Mail mail) {
        var now = clock.instant();
        if (mail.createdAt().plus(patience.giveUp()).isAfter(now)) {
            table.later(mail.id(), name, now.plus(patience.pauseAfter(mail.attempts())));
        } else {
            table.giveUp(mail.id(), name, now);
            LOG.error(
                    "mail {} was given up after {} hours",
                    mail.id(),
                    patience.giveUp().toHours());
        }
    }

    /** A mail that is being handed over may finish. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
