package io.tidemark.collect.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.collect.OperatorSettings;
import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class WebhookChannelTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Business ACME = new Business(1, "Acme", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false);
    private static final Notice NOTICE = new Wording(null, login -> "Facebook")
            .notice(
                    ACME,
                    List.of(new Alert.ConnectionBroken(
                            DueAlertsTest.refused("Revoked."),
                            new Told("Revoked.", null),
                            null,
                            List.of(DueAlertsTest.account(NOW, null)))),
                    Language.EN,
                    NOW);

    private record Taken(String path, byte[] body, Map<String, List<String>> headers) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                taken.add(new Taken(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestBody().readAllBytes(),
                        Map.copyOf(exchange.getRequestHeaders())));
                exchange.getResponseHeaders().set("Location", address("/elsewhere"));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itGetsTheAlertsInWordsAndInParts() {
        channel(Map.of()).send(NOTICE);

        Taken one = taken.getFirst();
        JsonNode body = JsonMapper.builder().build().readTree(one.body());
        assertThat(body.path("business_id").longValue()).isEqualTo(1);
        assertThat(body.path("at").stringValue()).isEqualTo("2026-03-10T09:00:00Z");
        assertThat(body.path("subject").stringValue())
                .isEqualTo("Tidemark, Acme: the sign-in with Facebook is good no more");
        assertThat(body.path("text").stringValue()).contains("More is on Tidemark's page /dashboard/health.");
        assertThat(body.path("url").isNull()).isTrue();
        JsonNode alert = body.path("alerts").path(0);
        assertThat(alert.path("kind").stringValue()).isEqualTo("connection_broken");
        assertThat(alert.path("key").stringValue()).isEqualTo("connection 7 broken");
        assertThat(alert.path("connection_id").longValue()).isEqualTo(7);
        assertThat(alert.path("account_id").isNull()).isTrue();
        assertThat(alert.path("happened").stringValue())
                .isEqualTo("The sign-in with Facebook (Acme) is good no more. The reason: Revoked. Not read meanwhile:"
                        + " Instagram @acme since 10 March 2026 at 10:00 (Europe/Berlin).");
        assertThat(one.headers()).doesNotContainKey("Tidemark-signature");
    }

    @Test
    void withASecretItIsSigned() throws Exception {
        channel(Map.of("secret", "shared")).send(NOTICE);

        Taken one = taken.getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shared".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(one.headers().get("Tidemark-signature"))
                .containsExactly("sha256=" + HexFormat.of().formatHex(mac.doFinal(one.body())));
    }

    @Test
    void aRedirectIsNotFollowed() {
        status = 307;

        assertThatThrownBy(() -> channel(Map.of()).send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("307");
        assertThat(taken).extracting(Taken::path).containsExactly("/secret-path");
    }

    @Test
    void whatGoesWrongIsToldWithoutTheAddress() {
        status = 500;
        assertThatThrownBy(() -> channel(Map.of()).send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessage("It answered with status 500.");
        server.stop(0);

        assertThatThrownBy(() -> channel(Map.of()).send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessage("It could not be reached (ConnectException).");
        assertThat(channel(Map.of()).where()).isEqualTo("webhook at 127.0.0.1");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Channel channel(Map<String, String> more) {
        Map<String, String> file = new HashMap<>(
                Map.of("alerts.webhook.url", address("/secret-path"), "alerts.webhook.allow-http", "true"));
        more.forEach((name, value) -> file.put("alerts.webhook." + name, value));
        return new AlertSettings(new OperatorSettings(file, Map.of()))
                .channels(List::of)
                .getFirst();
    }
}
