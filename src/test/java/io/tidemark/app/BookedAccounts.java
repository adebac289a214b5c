package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;

import io.tidemark.collect.sync.Books;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Accounts of a connected server with the books that runs over them would have left.
public final class BookedAccounts {
    private static final long BUSINESS = 1;
    private static final String RUN = "run";
    private static final String OLD_REELS = "Reels from before the account became professional have no such metric.";

    private final ConnectedServer served;
    private final Books books;
    private long runs;

    public BookedAccounts(ConnectedServer served) {
        this.served = served;
        books = Books.of(served.ledger.database());
    }

    Books books() {
        return books;
    }

    /// An account that is well, one whose platform does not tell everything, and one whose sign-in is gone.
    public void ofThreeStates() {
        served.platform.accounts = offered("101", "acme", "Acme", "102", "acme.shop", "Acme Shop");
        long first = served.connect("");
        served.platform.accounts = offered("103", "acme.labs", "Acme Labs");
        long second = served.connect("");
        served.platform.accounts = offered("101", "acme", "Acme", "102", "acme.shop", "Acme Shop");
        long well = choose(first, "101");
        long partly = choose(first, "102");
        served.platform.accounts = offered("103", "acme.labs", "Acme Labs");
        long gone = choose(second, "103");

        runDaily(well, 70, Set.of(12, 33, 34));
        found(well, 148);
        succeeded(well, Duration.ofMinutes(50));
        runDaily(partly, 40, Set.of());
        found(partly, 31);
        refuse(partly, "REELS", "saved", OLD_REELS);
        refuse(partly, "REELS", "shares", OLD_REELS);
        refuse(partly, "day", "profile_views", "This needs a professional account.");
        succeeded(partly, Duration.ofMinutes(20));
        runDaily(gone, 25, Set.of(0, 1, 2));
        found(gone, 64);
        succeeded(gone, Duration.ofDays(3));
        run(gone, SyncRun.Outcome.FAILED, "sign_in_gone", Duration.ofDays(2));
        spend();
        served.platform.revoke();
        served.send(served.member, "GET", "/api/v1/connections/" + second + "/accounts?business_id=1", null);
    }

    /// The number of an account that is collected from now on.
    long choose(long connection, String externalId) {
        return json(
                        200,
                        served.send(
                                served.member,
                                "POST",
                                "/api/v1/connections/" + connection + "/accounts?business_id=1",
                                "{\"external_ids\": [\"" + externalId + "\"]}"))
                .get("account_ids")
                .get(0)
                .longValue();
    }

    /// Ids, handles and names in turn.
    static String offered(String... idsHandlesNames) {
        return IntStream.range(0, idsHandlesNames.length / 3)
                .map(index -> index * 3)
                .mapToObj(at -> "{\"id\": \"%s\", \"handle\": \"%s\", \"name\": \"%s\"}"
                        .formatted(idsHandlesNames[at], idsHandlesNames[at + 1], idsHandlesNames[at + 2]))
                .collect(Collectors.joining(", ", "{\"accounts\": [", "]}"));
    }

    void run(long account, SyncRun.Outcome outcome, @Nullable String fault, Duration ago) {
        Instant at = served.clock.instant().minus(ago);
        @Nullable String said = fault == null ? null : "Fakebook says: " + fault.replace('_', ' ') + ".";
        runs++;
        books.runs()
                .add(
                        BUSINESS,
                        new SyncRun(
                                runs,
                                account,
                                at.minusSeconds(4),
                                at,
                                outcome,
                                fault,
                                said == null ? null : new Told(said, null),
                                12,
                                1,
                                40,
                                0,
                                null));
    }

    private void runDaily(long account, int days, Set<Integer> without) {
        for (int day = days; day >= 0; day--) {
            if (!without.contains(day)) {
                run(account, SyncRun.Outcome.DONE, null, Duration.ofDays(day).plusHours(1));
            }
        }
    }

    private void found(long account, int posts) {
        Instant now = served.clock.instant();
        List<LivePost> all = IntStream.range(0, posts)
                .mapToObj(number -> {
                    String id = account + "_" + number;
                    return LivePost.found(id, "FEED/IMAGE", new Alias("instagram:id", id), now, now, "");
                })
                .toList();
        books.posts().save(BUSINESS, account, all);
    }

    private void succeeded(long account, Duration ago) {
        Instant now = served.clock.instant();
        Instant at = now.minus(ago);
        LiveAccount taken = books.accounts()
                .take(BUSINESS, account, RUN, now, now.plusSeconds(60))
                .orElseThrow();
        LiveAccount.Progress listed = taken.progress().backfilled(at);
        books.accounts()
                .giveBack(
                        BUSINESS, RUN, taken.after(taken.status(), null, listed, at, 0, at.plus(Duration.ofHours(1))));
    }

    void refuse(long account, String kind, String metric, String said) {
        Instant at = served.clock.instant().minus(Duration.ofDays(5));
        books.runs().refuse(BUSINESS, account, new SyncBook.Refused("reels", kind, metric, new Told(said, null), at));
    }

    private void spend() {
        Instant now = served.clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        books.spend().add(BUSINESS, Platform.INSTAGRAM, new SpendBook.Spent(today, "media", 128, 3, 0, 0));
        books.spend().add(BUSINESS, Platform.X, new SpendBook.Spent(today, "tweets", 41, 0, 3_120, 15_600_000));
        books.spend().allow(BUSINESS, Platform.X, new SpendBook.Budget(500L, 30_000_000L));
        books.gates().tell(new CallGates.Used(CallGates.app("fake"), 0.42, now.plus(Duration.ofMinutes(40)), now));
    }
}
