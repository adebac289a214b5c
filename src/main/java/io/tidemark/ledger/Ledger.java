package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// The record of a business: what sources said, only ever added to, and what is derived from it.
public final class Ledger {
    private final Door door;
    private final Ids ids;
    private final Database database;
    private final Derivation derivation;
    private final Directory directory;
    private final Lanes lanes;
    private final int rememberedNames;

    public Ledger(Database database, Derivation derivation) {
        this(database, derivation, BatchPosts.REMEMBERED);
    }

    /// @param rememberedNames of posts while a source is read
    Ledger(Database database, Derivation derivation, int rememberedNames) {
        this.database = database;
        this.derivation = derivation;
        door = new Door(database);
        ids = new Ids(database);
        directory = new Directory(database);
        lanes = new Lanes(database);
        this.rememberedNames = rememberedNames;
    }

    /// A new entity id, unique and below 2^53.
    public long newId() {
        return ids.take();
    }

    /// How businesses have said that tables of other tools are to be read.
    public ImportMappings mappings() {
        return new ImportMappings(database);
    }

    /// Appends one source whole, with all that is derived from it, in one transaction.
    ///
    /// Observations are staged first; the business is locked only for the merge, so that versions commit in order.
    ///
    /// @param producer hands over the observations; an exception from it leaves nothing behind
    /// @param report the account of the source as JSON, made once the counts are known
    /// @throws SameSource when a file with the same content counts already
    public Appended append(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Appended, String> report) {
        return append(businessId, spec, producer, report, database.clock());
    }

    /// The same, recorded as if it were a past instant: for a demonstration, whose past is made at once. A business is
    /// given its sources in the order of these instants.
    public Appended appendInThePast(
            long businessId,
            Instant past,
            SourceSpec spec,
            Consumer<ObservationSink> producer,
            Function<Appended, String> report) {
        return append(businessId, spec, producer, report, InstantSource.fixed(past));
    }

    private Appended append(
            long businessId,
            SourceSpec spec,
            Consumer<ObservationSink> producer,
            Function<Appended, String> report,
            InstantSource clock) {
        return door.inBusiness(businessId, session -> {
            Appended appended = begin(session, spec, producer, clock).finish();
            Sources.report(session, spec.sourceId(), report.apply(appended));
            return appended;
        });
    }

    /// Does all that [#append] does, shows the result, and takes it back.
    ///
    /// @param look sees the business as it would be; the business is locked meanwhile
    /// @throws SameSource when a file with the same content counts already
    public <T> T preview(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Preview, T> look) {
        return door.inBusiness(businessId, session -> {
            Begun begun = begin(session, spec, producer, database.clock());
            Novelty novelty = new NoveltyCount(session).count();
            Appended appended = begun.finish();
            T seen = look.apply(new Preview(appended, novelty, frame(session, appended.dataVersion())));
            session.rollBack();
            return seen;
        });
    }

    /// A source whose observations are staged and whose accounts and posts are known, while the business is locked.
    private interface Begun {
        /// Adds the observations and derives what follows from them.
        Appended finish();
    }

    /// @param clock looked at once the business is locked, so that sources are recorded in the order of their versions
    private Begun begin(Session session, SourceSpec spec, Consumer<ObservationSink> producer, InstantSource clock) {
        Staging staging = new Staging(session, spec.kind() == SourceSpec.Kind.SYNC, new BatchPosts(rememberedNames));
        producer.accept(staging);
        long version = Versions.lockAndStep(session);
        Sources.refuseSame(session, spec);
        Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Sources.record(session, spec, recordedAt);
        Merge merge = new Merge(session, ids, spec, recordedAt);
        merge.resolve(staging);
        return () -> {
            Appended appended = merge.append(staging, version);
            new Affected(session).appended(spec.sourceId());
            derive(session, version, Scope.appended(spec.sourceId()));
            return appended;
        };
    }

    /// A file with the same content that still counts.
    public OptionalLong findSame(long businessId, String contentHash) {
        return door.inBusiness(businessId, session -> Sources.findSame(session, contentHash));
    }

    /// Whether a sync run with this hash was recorded, also one that no longer counts.
    public boolean hasSync(long businessId, String contentHash) {
        return door.inBusiness(businessId, session -> Sources.hasSync(session, contentHash));
    }

    /// Retracts a source: its observations stay, but no longer count.
    ///
    /// @return false when it was retracted before or does not exist
    public boolean undo(long businessId, long sourceId) {
        return door.inBusiness(businessId, session -> {
            long version = Versions.lockAndStep(session);
            new SyncStream(session, sourceId).turnIntoRowsBeforeUndo();
            if (!Sources.retract(session, sourceId, database.clock().instant())) {
                session.rollBack();
                return false;
            }
            new Affected(session).undone(sourceId);
            derive(session, version, Scope.undone(sourceId));
            return true;
        });
    }

    /// Puts sources into the place of others, all in one transaction, and derives everything anew. As of before,
    /// what was replaced counts.
    public void replace(long businessId, Iterable<Replacement> replacements) {
        door.inBusiness(businessId, session -> {
            long version = Versions.lockAndStep(session);
            Instant now = database.clock().instant().truncatedTo(ChronoUnit.MICROS);
            Replacing replacing = new Replacing(session, ids, version, now);
            replacements.forEach(replacing::replace);
            deriveAnew(session, version);
            return version;
        });
    }

    /// Computes everything derived anew.
    public void rebuild(long businessId) {
        door.inBusiness(businessId, session -> {
            long version = Versions.lockAndStep(session);
            deriveAnew(session, version);
            return version;
        });
    }

    /// Gives a business another zone or another first day of the week, and cuts all days and weeks anew. Versions step
    /// even where both are as they were.
    public Versions recut(long businessId, ZoneId zone, DayOfWeek weekStart) {
        return door.inBusiness(businessId, session -> {
            long version = Versions.lockAndStep(session);
            session.statement("""
                    update business set time_zone = :zone, week_start = :week_start where business_id = :business
                    """)
                    .param("zone", zone.getId())
                    .param("week_start", weekStart.getValue())
                    .update();
            deriveAnew(session, version);
            return Versions.of(session);
        });
    }

    private void deriveAnew(Session session, long version) {
        for (String table : List.of(
                "post_analytics",
                "post_at_age",
                "post_growth",
                "post_restatement",
                "day_restatement",
                "analytics_summaries",
                "post_canonical")) {
            session.statement("delete from " + table + " where business_id = :business")
                    .update();
        }
        session.statement("update business set derivation = :number where business_id = :business")
                .param("number", Derivation.NUMBER)
                .update();
        new Affected(session).everything();
        derive(session, version, Scope.EVERYTHING);
    }

    /// Reads the business as it was at an instant.
    public <T> T asOf(long businessId, Instant instant, Function<Records, T> reader) {
        return door.readBusiness(businessId, session -> {
            new Affected(session).everything();
            long version = Versions.of(session).data();
            return reader.apply(Records.of(session, business(businessId), version, Scope.asOf(instant)));
        });
    }

    /// Reads the business as it was at an instant, with what has not changed since as it is stored.
    public <T> T past(long businessId, Instant instant, Function<Past, T> reader) {
        return door.readBusiness(businessId, session -> {
            Business business = business(businessId);
            boolean fromPresent = new Affected(session).since(instant);
            long version = Versions.of(session).data();
            return reader.apply(new Past(
                    session,
                    business,
                    Records.of(session, business, version, Scope.asOf(instant)),
                    Records.of(session, business, version, Scope.EVERYTHING),
                    fromPresent,
                    lanes));
        });
    }

    /// Sources of a kind, newest first.
    public List<Source> sources(long businessId, SourceSpec.Kind kind) {
        return door.inBusiness(businessId, session -> Sources.list(session, kind));
    }

    public Optional<Source> findSource(long businessId, long sourceId) {
        return door.inBusiness(businessId, session -> Sources.find(session, sourceId));
    }

    /// Accounts of which something counts, in the order of their ids.
    public List<Account> accounts(long businessId) {
        return door.inBusiness(businessId, session -> Accounts.list(session, business(businessId)));
    }

    /// How metrics of accounts split up, as was said last.
    public List<Breakdown> breakdowns(long businessId, BreakdownQuery query) {
        return door.inBusiness(businessId, session -> Breakdowns.latest(session, query));
    }

    /// The account with this handle, however it was written.
    public Optional<Account> findAccount(long businessId, Platform platform, String handle) {
        AccountKey key = AccountKey.ofHandle(platform, handle);
        return door.inBusiness(
                businessId, session -> Accounts.find(session, key.aliases().getFirst()));
    }

    public Versions versions(long businessId) {
        return door.inBusiness(businessId, Versions::of);
    }

    /// Those of several businesses, by number.
    public Map<Long, Versions> versions(Collection<Long> businessIds) {
        return directory.versions(businessIds);
    }

    /// The business's present as columns.
    public Frame frame(long businessId) {
        return door.readBusiness(
                businessId, session -> frame(session, Versions.of(session).data()));
    }

    private Frame frame(Session session, long version) {
        long businessId = session.businessId();
        Business business = business(businessId);
        return new FrameReader(session, business)
                .read(
                        version,
                        (posts, accounts) -> new LedgerAges(door, businessId, version, posts, accounts),
                        posts -> new LedgerGrowth(door, businessId, version, posts),
                        (posts, accounts) -> postDays(business, version, Scope.EVERYTHING, posts, accounts),
                        new WordingReader(door, businessId, version, Scope.EVERYTHING));
    }

    /// What happened on single posts as it was known at an instant.
    ///
    /// @param posts those of a frame of that instant
    /// @param accounts those of the frame
    public PostDays postDaysAsOf(Business business, Instant instant, PostFrame posts, List<FrameAccount> accounts) {
        return postDays(business, 0, Scope.asOf(instant), posts, accounts);
    }

    /// What the texts of posts were like as they were known at an instant.
    ///
    /// @param posts those of a frame of that instant
    public Wordings wordingsAsOf(long businessId, Instant instant, PostFrame posts) {
        return new Wordings(posts, new WordingReader(door, businessId, 0, Scope.asOf(instant)));
    }

    private PostDays postDays(
            Business business, long version, Scope scope, PostFrame posts, List<FrameAccount> accounts) {
        return new PostDays(
                posts,
                accounts,
                new PostDaysReader(door, derivation, business, version, scope, new AccountOrdinals(accounts)));
    }

    /// Reads of one moment of a business, for export.
    public <T> T export(long businessId, Function<ExportReader, T> work) {
        return door.readBusiness(
                businessId,
                session -> work.apply(new ExportReader(session, business(businessId), Versions.of(session))));
    }

    private void derive(Session session, long version, Scope scope) {
        Business business = business(session.businessId());
        SamePosts before = SamePosts.storedOfAffected(session);
        SamePosts after = new PostLinks(session, scope).ofAffected();
        if (!after.equals(before)) {
            after.storeOfAffected(session);
        }
        derivation.derive(
                new Records(session, business, version, scope, before, after), new Derived(session, business, version));
        new LabelMatches(session).ofAffectedPosts();
    }

    private Business business(long id) {
        return directory.findBusiness(id).orElseThrow(() -> new IllegalArgumentException("No business " + id));
    }
}
