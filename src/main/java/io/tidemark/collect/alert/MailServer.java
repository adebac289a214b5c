package io.tidemark.collect.alert;

import io.tidemark.collect.connector.Secret;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A server that takes mails.
///
/// @param login null where it asks for none
record MailServer(
        String host, int port, Security security, @Nullable Login login) {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    enum Security {
        /// In the clear first, then encrypted, or not at all.
        STARTTLS(587),
        /// Encrypted from the beginning.
        TLS(465),
        NONE(25);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }

        int usualPort() {
            return usualPort;
        }
    }

    record Login(String user, Secret password) {}

    /// As Jakarta Mail wants them. The name in a server's certificate is compared with the host.
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(login != null));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECTS_WITHIN.toMillis()));
        properties.setProperty("mail.smtp.timeout", Long.toString(ANSWERS_WITHIN.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", Long.toString(ANSWERS_WITHIN.toMillis()));
        // Who can be reached must not get it again and again because of somebody who cannot.
        properties.setProperty("mail.smtp.sendpartial", "true");
        return properties;
    }
}
