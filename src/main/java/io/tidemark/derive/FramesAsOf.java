package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.ledger.AccountDay;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Past;
import io.tidemark.ledger.Records;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Builds the frame of a past instant from the ledger, with the same functions that derive the present.
public final class FramesAsOf {
    private static final int FIRST_CAPACITY = 4_096;

    private final Ledger ledger;

    public FramesAsOf(Ledger ledger) {
        this.ledger = ledger;
    }

    public Frame read(long businessId, Instant asOf) {
        return ledger.past(businessId, asOf, past -> build(past, asOf));
    }

    private Frame build(Past past, Instant asOf) {
        Records records = past.then();
        Business business = records.business();
        GatheredPosts changed = new GatheredPosts(business);
        past.forEachPostThen(changed::then);
        past.forEachPostNow(changed::now);
        AnalyticsAggregator summaries = asStored(past);
        changed.addDifferences(summaries);
        changed.ages().addUnchanged(past);
        List<AccountDay> days = past.unchangedDays();
        days.addAll(records.accountDays());
        Set<Long> counting = past.accountsOfUnchangedPosts();
        counting.addAll(changed.accounts());
        days.forEach(day -> counting.add(day.accountId()));
        List<FrameAccount> accounts = records.accounts().stream()
                .filter(account -> counting.contains(account.id()))
                .toList();
        AccountOrdinals ordinals = new AccountOrdinals(accounts);
        PostFrame posts = posts(past, changed, ordinals);
        return new Frame(
                business.id(),
                records.dataVersion(),
                business.zone(),
                business.weekStart(),
                asOf,
                records.firstCollectedAt(),
                records.lastCollectedAt(),
                accounts,
                posts,
                days(days, ordinals),
                records.labels(posts),
                Activities.of(summaries, ordinals),
                new AgesAsOf(ledger, business.id(), asOf, posts, accounts, changed.ages()),
                new GrowthAsOf(ledger, business.id(), asOf, posts),
                ledger.postDaysAsOf(business, asOf, posts, accounts),
                ledger.wordingsAsOf(business.id(), asOf, posts),
                restatements(past, changed, posts, accounts, ordinals));
    }

    /// What happened on all posts as it is known now; nothing where all have changed.
    private static AnalyticsAggregator asStored(Past past) {
        Business business = past.then().business();
        AnalyticsAggregator summaries = new AnalyticsAggregator(business.zone(), business.weekStart());
        past.forEachActivityDay(day -> summaries.startFrom(
                day.accountId(),
                day.contentType(),
                Math.toIntExact(day.start().toEpochDay()),
                day.posts(),
                Objects.requireNonNull(day.estimated()),
                Objects.requireNonNull(day.open()),
                Objects.requireNonNull(day.imported()),
                day.thousandths(),
                day.reporting()));
        return summaries;
    }

    private static PostFrame posts(Past past, GatheredPosts changed, AccountOrdinals ordinals) {
        PostFrame.Builder frame = PostFrame.builder(FIRST_CAPACITY);
        past.addUnchangedPosts(frame, ordinals);
        changed.addTo(frame, ordinals);
        return frame.build();
    }

    private static Restatements restatements(
            Past past, GatheredPosts changed, PostFrame posts, List<FrameAccount> accounts, AccountOrdinals ordinals) {
        Restatements.Builder restatements =
                new Restatements.Builder(posts, accounts, past.then().business().zone());
        Restating.addAsOf(past, changed.restated(), restatements, ordinals);
        return restatements.build();
    }

    private static DayFrame days(List<AccountDay> days, AccountOrdinals ordinals) {
        DayFrame.Builder frame = DayFrame.builder(days.size());
        days.stream()
                .sorted(Comparator.comparing(AccountDay::day).thenComparingLong(AccountDay::accountId))
                .forEach(day -> frame.add(
                                ordinals.of(day.accountId()),
                                day.day(),
                                day.observedAt().getEpochSecond(),
                                day.values())
                        .importedAre(day.imported(), day.importedFollowers()));
        return frame.build();
    }
}
