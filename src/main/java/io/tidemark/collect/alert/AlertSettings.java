package io.tidemark.collect.alert;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.connector.Secret;
import io.tidemark.language.Language;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The channels that whoever runs the server has set up.
public final class AlertSettings {
    private static final String MAIL = "alerts.mail.";
    private static final String WEBHOOK = "alerts.webhook.";
    private static final int LAST_PORT = 65_535;

    private final OperatorSettings settled;

    public AlertSettings(OperatorSettings settled) {
        this.settled = settled;
    }

    /// @param administrators to whom mails go where nobody else is named, asked at each sending
    /// @throws IllegalArgumentException where a setting is missing or wrong, with its name
    public List<Channel> channels(Supplier<List<String>> administrators) {
        List<Channel> channels = new ArrayList<>();
        mail(administrators).ifPresent(channels::add);
        webhook().ifPresent(channels::add);
        return channels;
    }

    /// Mails to people who asked for them; empty where no server for mails is set up.
    ///
    /// @throws IllegalArgumentException where a setting is missing or wrong, with its name
    public Optional<Letters> letters() {
        return mail(List::of).map(channel -> channel);
    }

    private Optional<MailChannel> mail(Supplier<List<String>> administrators) {
        return settled.value(MAIL + "host").map(host -> {
            MailServer.Security security = security();
            MailServer server = new MailServer(host, port(security), security, login());
            InternetAddress from = settled.value(MAIL + "from")
                    .map(address -> addresses("from", address).getFirst())
                    .orElseThrow(() -> bad(MAIL + "from", "is missing: it is the address that mails come from"));
            List<InternetAddress> to = settled.value(MAIL + "to")
                    .map(listed -> addresses("to", listed))
                    .orElse(List.of());
            return new MailChannel(server, from, to, language(MAIL), administrators);
        });
    }

    private Language language(String channel) {
        String key = settled.value(channel + "language").orElse(Language.EN.key());
        return Language.find(key)
                .orElseThrow(() -> bad(channel + "language", "is one of " + String.join(", ", Language.keys())));
    }

    private MailServer.Security security() {
        String name = settled.value(MAIL + "security").orElse("starttls");
        try {
            return MailServer.Security.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw bad(MAIL + "security", "is starttls, tls or none");
        }
    }

    private int port(MailServer.Security security) {
        String port = settled.value(MAIL + "port").orElse(Integer.toString(security.usualPort()));
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > LAST_PORT) {
            throw bad(MAIL + "port", "is a number from 1 to " + LAST_PORT);
        }
        return Integer.parseInt(port);
    }

    private MailServer.@Nullable Login login() {
        Optional<String> user = settled.value(MAIL + "user");
        Optional<String> password = settled.value(MAIL + "password");
        if (user.isPresent() != password.isPresent()) {
            String missing = MAIL + (user.isPresent() ? "password" : "user");
            throw bad(missing, "is missing: a user and a password go together");
        }
        return user.isEmpty() ? null : new MailServer.Login(user.get(), new Secret(password.orElseThrow()));
    }

    private static List<InternetAddress> addresses(String name, String listed) {
        try {
            List<InternetAddress> addresses = List.of(InternetAddress.parse(listed, true));
            for (InternetAddress address : addresses) {
                address.validate();
            }
            return addresses;
        } catch (AddressException problem) {
            throw bad(MAIL + name, "is no list of mail addresses: " + problem.getMessage());
        }
    }

    private Optional<Channel> webhook() {
        return settled.value(WEBHOOK + "url").map(address -> {
            boolean plain =
                    settled.value(WEBHOOK + "allow-http").filter("true"::equals).isPresent();
            if (!address.matches("https?://[^/?#@\\s]+([/?][^#\\s]*)?")) {
                throw bad(WEBHOOK + "url", "is not an address such as https://hooks.example.com/tidemark");
            }
            if (address.startsWith("http:") && !plain) {
                throw bad(
                        WEBHOOK + "url",
                        "begins with http, so that everybody on the way could read it: set " + WEBHOOK
                                + "allow-http to true if that is meant");
            }
            Secret secret = settled.value(WEBHOOK + "secret").map(Secret::new).orElse(null);
            return new WebhookChannel(uri(address), language(WEBHOOK), secret);
        });
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException malformed) {
            // The address itself may be a secret.
            throw bad(WEBHOOK + "url", "holds a character that no address may hold");
        }
    }

    private static IllegalArgumentException bad(String name, String what) {
        return new IllegalArgumentException("%s (%s) %s.".formatted(name, OperatorSettings.inEnvironment(name), what));
    }
}
