package io.tidemark.collect.alert;

import io.tidemark.language.Language;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mails in plain text.
final class MailChannel implements Channel, Letters {
    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_REASON = 300;

    private final MailServer server;
    private final InternetAddress from;
    private final List<InternetAddress> to;
    private final Language language;
    private final Supplier<List<String>> administrators;
    private final Session session;

    /// @param to where it is empty, administrators get it
    /// @param language of alerts; who asked for other mails has a language of their own
    MailChannel(
            MailServer server,
            InternetAddress from,
            List<InternetAddress> to,
            Language language,
            Supplier<List<String>> administrators) {
        this.server = server;
        this.from = from;
        this.to = to;
        this.language = language;
        this.administrators = administrators;
        session = Session.getInstance(server.properties());
    }

    @Override
    public String key() {
        return "mail";
    }

    @Override
    public String where() {
        return "mail through %s:%d".formatted(server.host(), server.port());
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void send(Notice notice) {
        try {
            deliver(message(recipients(), notice.subject(), notice.text(), notice.at()));
        } catch (MessagingException failed) {
            throw new NotSent(reason(failed));
        }
    }

    @Override
    public void send(String recipient, String subject, String text, Instant at) {
        try {
            deliver(message(List.of(new InternetAddress(recipient, true)), subject, text, at));
        } catch (MessagingException failed) {
            throw new NotSent(reason(failed));
        }
    }

    private void deliver(Message message) throws MessagingException {
        try {
            MailServer.Login login = server.login();
            if (login == null) {
                Transport.send(message);
            } else {
                Transport.send(message, login.user(), login.password().value());
            }
        } catch (SendFailedException refused) {
            Address[] reached = refused.getValidSentAddresses();
            if (reached == null || reached.length == 0) {
                throw new NotSent(reason(refused));
            }
            LOG.warn("a mail did not reach everybody: {}", reason(refused));
        }
    }

    private Message message(List<InternetAddress> recipients, String subject, String text, Instant at)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, recipients.toArray(Address[]::new));
        message.setSubject(subject, UTF_8);
        message.setText(text, UTF_8);
        message.setSentDate(Date.from(at));
        // Nobody's absence is of interest (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private List<InternetAddress> recipients() throws AddressException {
        if (!to.isEmpty()) {
            return to;
        }
        List<InternetAddress> found = new ArrayList<>();
        for (String address : administrators.get()) {
            found.add(new InternetAddress(address, true));
        }
        if (found.isEmpty()) {
            throw new NotSent("There is nobody to send it to: name somebody in alerts.mail.to.");
        }
        return found;
    }

    /// What the server said, without what it was sent for signing in.
    private String reason(MessagingException failed) {
        StringBuilder said = new StringBuilder();
        for (Exception cause = failed; cause != null; cause = next(cause)) {
            said.append(said.isEmpty() ? "" : " ").append(cause.getMessage());
        }
        String plain = said.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        MailServer.Login login = server.login();
        if (login != null) {
            String password = login.password().value();
            plain = plain.replace(password, "(left out)")
                    .replace(base64(password), "(left out)")
                    .replace(base64("\0" + login.user() + "\0" + password), "(left out)");
        }
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
