package selfbooking.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static selfbooking.notice.PostOffice.CALL;
import static selfbooking.notice.PostOffice.RECEPTION;
import static selfbooking.notice.PostOffice.at;
import static selfbooking.notice.PostOffice.header;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import selfbooking.Wait;

/** Mail from the outbox to a real server, which is not always well. */
class PostTest {

    private PostOffice office;

    @BeforeEach
    void open(@TempDir Path folder) {
        office = new PostOffice(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void mail_is_delivered_once_to_the_clinic() throws Exception {
        var server = office.serve(0);
        office.put(CALL);
        office.open(at(server.getSmtp().getPort()));

        var mail = office.waitFor(1, server).get(0);
        office.waitUntilNothingIsDue();

        assertThat(mail.getSubject()).isEqualTo("A booking needs you: K7-42QX");
        assertThat(header(mail, "To")).isEqualTo(RECEPTION);
        assertThat(header(mail, "From")).isEqualTo(RECEPTION);
        assertThat(header(mail, "Message-ID")).matches("<[0-9a-f]{32}@harbour\\.example>");
        assertThat(mail.getContent().toString())
                .contains("K7-42QX", "K742QX", "Alex Lee", "Harbour Street", "Standard visit, 30 minutes")
                .contains("Tuesday 24 November 2026, 3:40 pm (Australia/Melbourne, UTC+11:00)");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothing_is_sent_of_a_transaction_that_was_undone() {
        office.store.jdbi().useHandle(db -> {
            db.begin();
            office.outbox.callClinic(db, "clinic", CALL);
            db.rollback();
        });

        assertThat(office.count("1 = 1")).isZero();
    }

    @Test
    void clinic_without_an_address_is_told_nothing() {
        office.store.jdbi().useTransaction(db -> office.outbox.callClinic(db, "other", CALL));

        assertThat(office.count("1 = 1")).isZero();
    }

    @Test
    void mail_waits_for_a_server_that_is_down() throws Exception {
        var port = PostOffice.freePort();
        office.put(CALL);
        office.open(at(port));
        Wait.until("the first attempt", () -> office.count("attempts > 0 and claimed_by is null") == 1);

        assertThat(office.waitFor(1, office.serve(port))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(BadSmtp.Manner.class)
    void mail_that_a_bad_server_did_not_take_is_sent_later_as_the_same(BadSmtp.Manner manner) {
        var bad = new BadSmtp(manner);
        office.put(CALL);
        var post = office.open(at(bad.port()));
        Wait.until("the attempt to fail", () -> office.count("attempts > 0 and claimed_by is null") == 1);
        assertThat(bad.calls()).isEqualTo(1);
        post.close();
        bad.close();
        var server = office.serve(0);
        office.open(at(server.getSmtp().getPort()));

        var mail = office.waitFor(1, server);

        assertThat(mail).hasSize(1);
        assertThat(bad.messageIds).hasSize(manner == BadSmtp.Manner.HANGS_UP_AFTER_THE_MAIL ? 1 : 0);
        assertThat(bad.messageIds).allMatch(header(mail.get(0), "Message-ID")::equals);
    }

    @Test
    void mail_of_a_worker_that_died_before_noting_so_comes_again_unchanged() throws Exception {
        var server = office.serve(0);
        office.put(CALL);
        var now = office.clock.instant();
        var claimed = new OutboxTable(office.store.jdbi())
                .claimDue("dead", now, now.plus(PostOffice.SHORT.lease()))
                .orElseThrow();
        new Smtp(MailServer.of(at(server.getSmtp().getPort())), Duration.ofSeconds(5)).send(claimed);
        office.open(at(server.getSmtp().getPort()));

        var twice = office.waitFor(2, server);

        assertThat(header(twice.get(1), "Message-ID")).isEqualTo(header(twice.get(0), "Message-ID"));
        assertThat(header(twice.get(1), "Date")).isEqualTo(header(twice.get(0), "Date"));
    }

    @Test
    void two_workers_on_one_database_send_each_mail_once() {
        var server = office.serve(0);
        for (var i = 0; i < 20; i++) {
            office.put(CALL);
        }
        office.open(at(server.getSmtp().getPort()));
        office.open(at(server.getSmtp().getPort()));
        office.waitUntilNothingIsDue();

        var ids = new HashSet<String>();
        for (var mail : server.getReceivedMessages()) {
            ids.add(header(mail, "Message-ID"));
        }
        assertThat(server.getReceivedMessages()).hasSize(20);
        assertThat(ids).hasSize(20);
    }

    @Test
    void mail_that_never_left_is_given_up_after_a_day_and_erased() throws Exception {
        office.put(CALL);
        office.open(at(PostOffice.freePort()));
        Wait.until("the first attempt", () -> office.count("attempts > 0 and claimed_by is null") == 1);
        assertThat(office.count("given_up_at is not null")).isZero();

        office.clock.forward(Duration.ofHours(24));

        Wait.until("the end", () -> office.count("given_up_at is not null") == 1);
        assertThat(office.count("body is null and recipient is null and next_at is null"))
                .isEqualTo(1);
    }

    @Test
    void text_of_a_sent_mail_goes_after_a_day() {
        var server = office.serve(0);
        office.put(CALL);
        office.open(at(server.getSmtp().getPort()));
        Wait.until("it to be sent", () -> office.count("sent_at is not null") == 1);
        office.clock.forward(Duration.ofHours(23));
        assertThat(office.count("body is not null and recipient is not null")).isEqualTo(1);

        office.clock.forward(Duration.ofHours(1));

        Wait.until("its text to go", () -> office.count("body is null and recipient is null") == 1);
    }

    @Test
    void pauses_double_up_to_an_hour() {
        assertThat(MailTimings.USUAL.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(MailTimings.USUAL.pauseAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailTimings.USUAL.pauseAfter(7)).isEqualTo(Duration.ofMinutes(32));
        assertThat(MailTimings.USUAL.pauseAfter(8)).isEqualTo(Duration.ofHours(1));
        assertThat(MailTimings.USUAL.pauseAfter(1_000)).isEqualTo(Duration.ofHours(1));
    }
}
