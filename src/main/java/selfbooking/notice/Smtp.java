package selfbooking.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.LoggerFactory;
import selfbooking.notice.MailServer.Encryption;

/** Hands mail over to the server, one connection for each. A mail sent twice is the same in every byte, its Message-ID included. */
final class Smtp {

    private final MailServer server;
    private final Session session;

    Smtp(MailServer server, Duration answer) {
        this.server = server;
        this.session = Session.getInstance(properties(server, Long.toString(answer.toMillis())));
    }

    /** None of the timeouts has an end by itself, and an answer to QUIT tells nothing about the mail. */
    private static Properties properties(MailServer server, String timeout) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        var encryption = server.encryption();
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(encryption == Encryption.FROM_THE_START));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(encryption != Encryption.NONE));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.REQUIRED));
        return properties;
    }

    /** Returns when the server has taken the mail over; blocks for at most the timeout at each answer. */
    void send(Mail mail) throws MessagingException {
        var message = message(mail);
        var transport = session.getTransport();
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            hangUp(transport);
        }
    }

    private Message message(Mail mail) throws MessagingException {
        var from = sender(mail);
        var message = new Identified(session, "<" + mail.id() + from.substring(from.indexOf('@')) + ">");
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.letter().subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.letter().body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Servers let a user send under its own address; one whose name is no address lets the clinic write to itself. */
    private String sender(Mail mail) {
        var user = server.user();
        return user != null && user.contains("@") ? user : mail.recipient();
    }

    /** What is said at the end cannot take back what was said before. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LoggerFactory.getLogger(Smtp.class).debug("the mail server hung up first");
        }
    }

    /** Names what went wrong without the server's own words, which may hold an address. */
    static String reason(MessagingException failure) {
        var name = failure.getClass().getSimpleName();
        if (failure instanceof SMTPSendFailedException refused) {
            return name + " " + refused.getReturnCode();
        }
        return failure.getNextException() instanceof SMTPAddressFailedException refused
                ? name + " " + refused.getReturnCode()
                : name;
    }

    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
