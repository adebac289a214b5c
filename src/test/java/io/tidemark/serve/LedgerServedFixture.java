package io.tidemark.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.derive.FramesAsOf;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.TimingExperiments;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.FakeDigestReaders;
import io.tidemark.serve.analytics.FakeInsightDesk;
import io.tidemark.serve.analytics.FakePosts;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.connections.FakeConnectionDesk;
import io.tidemark.serve.events.FakeChanges;
import io.tidemark.serve.health.FakeHealthDesk;
import io.tidemark.serve.jobs.FakeJobDesk;
import io.tidemark.serve.report.FakeMailing;
import io.tidemark.serve.view.FakeSavedViews;
import io.tidemark.tenancy.FakeRegistry;
import io.tidemark.tenancy.FirstPasswords;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.ApiDescription;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// A real server over a real ledger, with a business that the caller is a member of (number 1) and another one.
public final class LedgerServedFixture implements AutoCloseable {
    public final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    public final LedgerFixture ledger = LedgerFixture.create(clock);
    public final FakeMailing mailing = new FakeMailing();
    private final FakeRegistry registry = new FakeRegistry();
    private final Tokens tokens = new Tokens(new SecretKeySpec(new byte[32], "HmacSHA256"), registry, clock);
    private final User member;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiDescription description;

    public LedgerServedFixture(Path uploads) {
        registry.createUser("root@example.com", "");
        member = registry.createUser("member@example.com", "");
        registry.createBusiness("Acme", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
        registry.createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
        registry.addMember(ledger.business().id(), member.id());
        write(member);
        Ledger store = ledger.ledger();
        FramesAsOf past = new FramesAsOf(store);
        Frames frames = (businessId, asOf) -> asOf == null ? store.frame(businessId) : past.read(businessId, asOf);
        Services services = new Services(
                registry,
                new SignIn(registry, new Passwords(new SecureRandom()), clock),
                tokens,
                Records.of(store, new Connections(ledger.database())),
                new ServedFixture.FakeImports(),
                frames,
                Labelling.of(ledger.database()),
                TimingExperiments.of(ledger.database()),
                Notes.of(ledger.database()),
                new FakePosts(),
                new FakeJobDesk(),
                new FakeChanges(),
                (businessId, work) -> {
                    throw new UnsupportedOperationException("No exports here");
                },
                new FakeConnectionDesk(),
                new FakeHealthDesk(),
                new FakeInsightDesk(),
                new FakeDigestReaders(),
                Members.of(ledger.database()),
                new ProgramKeys(ApiKeys.of(ledger.database()), registry, new SecureRandom()),
                new Passwords(new SecureRandom()),
                new FirstPasswords(new Passwords(new SecureRandom()), new SecureRandom()),
                new FakeSavedViews(),
                new ShareLinks(
                        Shares.of(ledger.database()),
                        registry,
                        new Passwords(new SecureRandom()),
                        tokens,
                        new SecureRandom(),
                        clock),
                Reports.of(ledger.database()),
                ReportSchedules.of(ledger.database()),
                mailing,
                clock);
        server = Server.start(new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), uploads), services);
        description =
                ServedFixture.description(() -> ask("GET", "/v3/api-docs", null).body());
    }

    /// What people write in a business names them.
    private void write(User user) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(ledger.address().jdbcUrl());
        owner.setUser(ledger.address().user());
        owner.setPassword(ledger.address().password());
        JdbcClient.create(owner)
                .sql("insert into app_user values (?, ?, '', false, 1, now())")
                .params(user.id(), user.email())
                .update();
    }

    /// Has the server do what is due.
    public void sendReports() {
        server.sendReports();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /// Asks, and holds what is answered to the description of the API.
    ///
    /// @param body JSON; null for none
    public HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        HttpResponse<String> answer = ask(method, path, body, headers);
        assertThat(description.faults(answer)).as(answer.toString()).isEmpty();
        return answer;
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + tokens.issue(member, Tokens.BEARER_LIFE))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    @Override
    public void close() {
        server.close();
        client.close();
        ledger.close();
    }
}
