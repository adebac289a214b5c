package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.collect.sync.Pause;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.testing.LedgerFixture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AlertingTest {
    @TempDir
    private Path directory;

    @Test
    void aServerThatWorksSendsWhatIsDue() throws Exception {
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            try (exchange) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        hook.start();
        try (LedgerFixture fixture = LedgerFixture.create(Clock.systemUTC());
                LedgerStore store = store(
                        fixture,
                        Map.of(
                                "TIDEMARK_ALERTS_WEBHOOK_URL",
                                "http://127.0.0.1:" + hook.getAddress().getPort() + "/",
                                "TIDEMARK_ALERTS_WEBHOOK_ALLOW_HTTP",
                                "true",
                                "TIDEMARK_PUBLIC_URL",
                                "https://tidemark.example.com/"))) {
            Connections connections = new Connections(fixture.database());
            Instant end = Instant.now().plus(Duration.ofDays(3));
            connections.add(
                    fixture.business().id(),
                    connections.newId(),
                    "gone",
                    "Acme",
                    new SealedGrant(new byte[1], Set.of(), Instant.now(), null, null, end),
                    null);

            store.begin(Work.DEFAULT);

            assertThat(posted.poll(60, TimeUnit.SECONDS))
                    .contains("ends in 3 days", "https://tidemark.example.com/dashboard/health?business=1");
            assertThat(store.tryAlerts(fixture.business())).singleElement().satisfies(trial -> {
                assertThat(trial.where()).isEqualTo("webhook at 127.0.0.1");
                assertThat(trial.failure()).isNull();
            });
            assertThat(posted.poll(60, TimeUnit.SECONDS)).contains("This is a trial");
        } finally {
            hook.stop(0);
        }
    }

    @Test
    void settingsThatWillNotDoStopTheStart() {
        try (LedgerFixture fixture = LedgerFixture.create(Clock.systemUTC());
                LedgerStore store = store(fixture, Map.of("TIDEMARK_ALERTS_MAIL_HOST", "mail.example.com"))) {
            assertThatThrownBy(() -> store.begin(Work.DEFAULT))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("TIDEMARK_ALERTS_MAIL_FROM");
        }
    }

    private LedgerStore store(LedgerFixture fixture, Map<String, String> environment) {
        return LedgerStore.over(
                fixture.address(),
                new ConnectionSettings(
                        directory, environment, (apps, clock) -> List.of(), new SecureRandom(), Pause.SLEEP),
                Clock.systemUTC());
    }
}
