package io.tidemark.collect.sync;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.RawResponse;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A run of which the answers are mapped again: it observes what the run would have observed by today's mapping.
final class ReplayedRun {
    private final Map<String, Connector> connectors;
    private final Function<Collection<String>, Map<String, Alias>> aliases;
    private final Map<String, String> seen;
    private final List<Observation> observations = new ArrayList<>();
    private final Map<Integer, String> mapped = new TreeMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Map<String, Alias> names = new HashMap<>();
    private Readings readings = new Readings();
    private @Nullable AccountKey readingsOf;
    private boolean differs;

    /// @param aliases under which readings of posts are handed over, by external id
    /// @param seen what the runs before have said of posts themselves, by external id; is carried on
    ReplayedRun(
            Map<String, Connector> connectors,
            Function<Collection<String>, Map<String, Alias>> aliases,
            Map<String, String> seen) {
        this.connectors = connectors;
        this.aliases = aliases;
        this.seen = seen;
    }

    /// Maps a call again.
    ///
    /// @param answers of the call, at least one
    void call(List<RawResponse> answers) throws NotReplayable {
        RawResponse first = answers.getFirst();
        Asked asked = Asked.read(Objects.requireNonNull(first.asked()));
        Connector connector = connectors.get(asked.connector());
        if (connector == null) {
            throw new NotReplayable("There is no connector " + asked.connector() + ".");
        }
        StoredApi api = new StoredApi(connector, answers);
        String made;
        try {
            made = map(asked, connector, api, answers.getLast().at().truncatedTo(ChronoUnit.SECONDS));
        } catch (CallFailed failed) {
            made = Mapped.FAILED;
        }
        if (api.unknown() != null && !first.mapped().equals(Mapped.FAILED)) {
            throw new NotReplayable(
                    "Its connector asks for something else now by " + api.unknown() + ", of which no answer is kept.");
        }
        mapped.put(first.call(), made);
        differs |= !made.equals(first.mapped());
    }

    private String map(Asked asked, Connector connector, StoredApi api, Instant at) throws NotReplayable {
        TrackedAccount account = asked.account().tracked();
        if (asked.what() != Asked.What.NUMBERS) {
            endReadings();
        }
        return switch (asked.what()) {
            case POSTS -> {
                Listing listing = named(connector.listings(), Listing::name, asked);
                Page<ListedPost> page = connector.posts(api, account, listing, asked.since(), asked.cursor());
                list(account.key(), listing, page.items(), at);
                yield Mapped.of(page);
            }
            case NUMBERS -> {
                PostRoute route = named(connector.postRoutes(), PostRoute::name, asked);
                Map<String, PostReading> told =
                        connector.readPosts(api, account, route, asked.posts(), asked.metrics());
                readings.add(told, at);
                readingsOf = account.key();
                yield Mapped.of(told);
            }
            case ACCOUNT -> {
                AccountReading reading = connector.readAccount(api, account);
                observations.addAll(Gauges.observed(account.key(), reading, at));
                yield Mapped.of(reading);
            }
            case DAYS -> {
                DayRoute route = named(connector.dayRoutes(), DayRoute::name, asked);
                LocalDate from = Objects.requireNonNull(asked.from());
                LocalDate to = Objects.requireNonNull(asked.to());
                List<DayReading> days = connector.readDays(api, account, route, from, to, asked.metrics());
                observations.addAll(
                        DaySeries.observed(account.key(), connector.traits().bucketZone(), days, at));
                yield Mapped.of(days);
            }
        };
    }

    private static <T> T named(List<T> all, Function<T, String> name, Asked asked) throws NotReplayable {
        return all.stream()
                .filter(one -> name.apply(one).equals(asked.name()))
                .findFirst()
                .orElseThrow(() -> new NotReplayable("Its connector has no " + asked.name() + " any more."));
    }

    /// As a run takes a page of a list.
    private void list(AccountKey key, Listing listing, List<ListedPost> page, Instant at) {
        for (ListedPost post : page) {
            String id = post.ref().externalId();
            names.put(id, post.aliases().getFirst());
            if (listed.add(listing.name() + " " + id)) {
                String said = Run.digest(post);
                boolean news = !said.equals(seen.put(id, said));
                if (news || !post.values().isEmpty()) {
                    observations.add(new Observation.OfPost(
                            key, post.aliases(), news ? post.version() : Run.NOTHING, post.values(), at));
                }
            }
        }
    }

    /// What several routes say of a post is one observation. That a post is gone follows from several runs, and
    /// is taken over from what they stored.
    private void endReadings() throws NotReplayable {
        AccountKey key = readingsOf;
        List<String> unnamed = readings.all().keySet().stream()
                .filter(id -> !names.containsKey(id))
                .toList();
        names.putAll(aliases.apply(unnamed));
        for (Map.Entry<String, Readings.Read> read : readings.all().entrySet()) {
            if (key != null && read.getValue().reading() instanceof PostReading.Values told) {
                Instant at = read.getValue().at();
                if (!told.values().isEmpty()) {
                    observations.add(
                            new Observation.OfPost(key, List.of(alias(read.getKey())), Run.NOTHING, told.values(), at));
                }
                told.absences()
                        .forEach((metric, reason) ->
                                observations.add(new Observation.OfAbsence(key, Subject.POST, metric, reason)));
            }
        }
        readings = new Readings();
    }

    private Alias alias(String externalId) throws NotReplayable {
        Alias named = names.get(externalId);
        if (named == null) {
            throw new NotReplayable("Nothing is known of post " + externalId + " any more.");
        }
        return named;
    }

    /// All that the run observes; to be asked after its last call.
    List<Observation> observations() throws NotReplayable {
        endReadings();
        return observations;
    }

    /// Whether something else is made of an answer than before.
    boolean differs() {
        return differs;
    }

    /// What is made of each call.
    Map<Integer, String> mapped() {
        return mapped;
    }
}
