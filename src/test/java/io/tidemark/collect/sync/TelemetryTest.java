package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.SyncRun;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What monitoring is told of runs, against what the platform saw and the books say.
class TelemetryTest {
    private static final String PERSON = "2244994945";

    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(10));
    private final XSimulator x = new XSimulator(world, clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.tidemark.collect.sync");
    private LiveFixture live;
    private List<Long> accounts;

    @BeforeEach
    void start() {
        world.add(new AccountPlan(PERSON, "acme", "Acme", 1, Duration.ofDays(10), 300, XSimulator.kinds()));
        Login.App app = SignedIn.app("x");
        x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
        x.start();
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", x.address().toString()));
        live = new LiveFixture(
                clock, new XLogin(settings, new XConnector(settings)), new ReadingPlan(new AdaptivePolicy()));
        TokenBook.Tokens tokens = x.tokens().issue(PERSON);
        Instant now = clock.instant();
        accounts = live.connect(new Login.Grant(
                new Secret(tokens.access()),
                new Secret(Objects.requireNonNull(tokens.renewal())),
                now,
                now.plusSeconds(tokens.expiresIn()),
                null,
                Set.of()));
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
        live.close();
        x.close();
    }

    @Test
    void everyRunIsOneLineAndOneMeasureAndEveryCallIsCountedByWhatCameOfIt() {
        Map<String, Integer> before = x.counts();
        x.breakBy(Faults.seeded(3, 0.3));
        live.live(accounts, Duration.ofHours(12));
        live.sql().sql("update live_account set connector = 'gone'").update();
        live.live(accounts, Duration.ofHours(2));

        List<SyncRun> runs = live.books().runs().recent(live.business().id(), accounts.getFirst(), 1000);
        assertThat(runs).extracting(SyncRun::outcome).contains(SyncRun.Outcome.DONE, SyncRun.Outcome.FAILED);
        assertThat(log.list).filteredOn(event -> event.getLevel() == Level.INFO).hasSameSizeAs(runs);
        assertThat(runs)
                .allSatisfy(run -> assertThat(log.list)
                        .filteredOn(event -> event.getFormattedMessage().startsWith("sync=%d ".formatted(run.runId())))
                        .singleElement()
                        .satisfies(event -> assertThat(event.getFormattedMessage())
                                .contains(
                                        "account=" + run.accountId() + " ",
                                        "outcome=" + run.outcome().name().toLowerCase(Locale.ROOT) + " ",
                                        "fault=" + (run.fault() == null ? "none" : run.fault()) + " ",
                                        "calls=" + run.calls() + " ")));
        assertThat(measured("outcome")).isEqualTo(counted(runs));

        Map<String, Integer> seen = new TreeMap<>(x.counts());
        before.forEach((endpoint, calls) -> seen.merge(endpoint, -calls, Integer::sum));
        assertThat(calls("outcome")).containsKeys("ok", "unavailable");
        assertThat(calls("endpoint").values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(seen.entrySet().stream()
                        .filter(endpoint -> endpoint.getKey().startsWith("GET /2/"))
                        .mapToLong(Map.Entry::getValue)
                        .sum());
    }

    private static Map<String, Long> counted(List<SyncRun> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.outcome().name().toLowerCase(Locale.ROOT), Collectors.counting()));
    }

    private Map<String, Long> measured(String tag) {
        return live.meters().find("tidemark.runs").timers().stream()
                .collect(Collectors.groupingBy(
                        timer -> value(timer.getId().getTags(), tag), Collectors.summingLong(Timer::count)));
    }

    private Map<String, Long> calls(String tag) {
        return live.meters().find("tidemark.calls").counters().stream()
                .collect(Collectors.groupingBy(
                        counter -> value(counter.getId().getTags(), tag),
                        Collectors.summingLong((Counter counter) -> (long) counter.count())));
    }

    private static String value(List<Tag> tags, String key) {
        return tags.stream()
                .filter(tag -> tag.getKey().equals(key))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
