package io.tidemark.serve.health;

import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.AccountHealth;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.User;
import io.tidemark.metric.Platform;
import io.tidemark.serve.connections.ConnectionDesk;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How the live collection of a business does.
@RestController
final class LiveHealthController {
    private static final Sentence NOT_COLLECTED = Sentence.of(
            "account_not_collected",
            "Account {id} is not collected from its platform: GET /api/v1/connections/health lists those"
                    + " that are.");

    private static final int CALENDAR_DAYS = 90;
    private static final int RUNS = 50;
    /// As long as a refusal is remembered.
    private static final Duration REFUSED = Duration.ofDays(30);

    private final Access access;
    private final ConnectionDesk connections;
    private final HealthDesk desk;
    private final Clock clock;

    LiveHealthController(Access access, ConnectionDesk connections, HealthDesk desk, Clock clock) {
        this.access = access;
        this.connections = connections;
        this.desk = desk;
        this.clock = clock;
    }

    record Health(Instant at, String timeZone, List<AccountView> accounts, List<PlatformHealth> platforms) {}

    record Runs(List<SyncRun> runs) {}

    @GetMapping("/api/v1/connections/health")
    Health health(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = business(caller, request);
        Instant now = clock.instant();
        List<LiveAccount> accounts = connections.accounts(business.id());
        return new Health(
                now, business.zone().getId(), accounts(business, accounts, now), platforms(business, accounts, now));
    }

    /// The newest ones of the last 90 days.
    @GetMapping("/api/v1/connections/accounts/{id}/runs")
    Runs runs(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Business business = business(caller, request);
        long accountId = Parameters.id("account_id", id);
        boolean known = connections.accounts(business.id()).stream().anyMatch(live -> live.accountId() == accountId);
        if (!known) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "account_not_found",
                            NOT_COLLECTED.said(Map.of("id", Value.id(accountId))))
                    .exception();
        }
        return new Runs(desk.runs(business.id(), accountId, RUNS));
    }

    private Business business(User caller, HttpServletRequest request) {
        return access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
    }

    private List<AccountView> accounts(Business business, List<LiveAccount> accounts, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, business.zone());
        LocalDate from = today.minusDays(CALENDAR_DAYS - 1);
        Map<Long, Connection> signIns = connections.connections(business.id()).stream()
                .collect(Collectors.toMap(Connection::id, Function.identity()));
        Map<Long, AccountHealth> health = desk.accounts(business, from, now.minus(REFUSED));
        Map<Long, Limits> limits = limits(business, signIns.values(), now);
        return accounts.stream()
                // One that was chosen between the two looks waits for the next.
                .filter(account -> health.containsKey(account.accountId()))
                .map(account -> AccountView.of(
                        account,
                        signIns.get(account.connectionId()),
                        warned(signIns.get(account.connectionId())),
                        Objects.requireNonNull(health.get(account.accountId())),
                        caveats(account),
                        limits.getOrDefault(account.connectionId(), Limits.UNTOLD),
                        from,
                        today,
                        now))
                .toList();
    }

    private Duration warned(@Nullable Connection signIn) {
        return signIn == null ? Login.WARNED : connections.logins().warnedBefore(signIn.login());
    }

    private List<String> caveats(LiveAccount account) {
        return connections.logins().all().stream()
                .flatMap(login -> login.connectors().stream())
                .filter(connector -> connector.key().equals(account.connector()))
                .findFirst()
                .map(Connector::caveats)
                .orElse(List.of());
    }

    /// By connection.
    private Map<Long, Limits> limits(Business business, Collection<Connection> signIns, Instant now) {
        Set<String> owners = new HashSet<>();
        signIns.forEach(signIn -> {
            owners.add(CallGates.app(signIn.login()));
            owners.add(CallGates.signIn(business.id(), signIn.id()));
        });
        List<CallGates.Closed> closed = desk.closed(owners, now);
        List<CallGates.Used> told = desk.told(owners, now);
        return signIns.stream()
                .collect(Collectors.toMap(Connection::id, signIn -> Limits.of(business.id(), signIn, closed, told)));
    }

    private List<PlatformHealth> platforms(Business business, List<LiveAccount> accounts, Instant now) {
        Map<Platform, SpendBook.Sum> sums = desk.sums(business.id(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        Map<Platform, SpendBook.Budget> budgets = desk.budgets(business.id());
        Set<Platform> platforms = new TreeSet<>(sums.keySet());
        platforms.addAll(budgets.keySet());
        accounts.forEach(account -> platforms.add(account.key().platform()));
        Set<Platform> billed = billed();
        return platforms.stream()
                .map(platform -> {
                    SpendBook.@Nullable Sum sum = sums.get(platform);
                    SpendBook.@Nullable Budget budget = budgets.get(platform);
                    return PlatformHealth.of(
                            platform,
                            billed.contains(platform),
                            sum == null ? SpendBook.Sum.NOTHING : sum,
                            budget == null ? SpendBook.Budget.UNLIMITED : budget,
                            now);
                })
                .toList();
    }

    private Set<Platform> billed() {
        return connections.logins().all().stream()
                .flatMap(login -> login.connectors().stream())
                .filter(connector -> !connector.prices().isEmpty())
                .map(Connector::platform)
                .collect(Collectors.toSet());
    }
}
