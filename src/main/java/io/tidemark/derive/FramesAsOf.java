package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.analytics.PostState;
import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.AccountDay;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Past;
import io.tidemark.ledger.Records;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Builds the frame of a past instant from the ledger, with the same functions that derive the present.
public final class FramesAsOf {
    private final Ledger ledger;

    public FramesAsOf(Ledger ledger) {
        this.ledger = ledger;
    }

    public Frame read(long businessId, Instant asOf) {
        return ledger.past(businessId, asOf, past -> build(past, asOf));
    }

    /// What the frame needs of a post; its history is let go.
    private record Row(
            long postId,
            long accountId,
            Instant publishedAt,
            ContentType type,
            Boosted boosted,
            boolean deleted,
            MetricValues values) {}

    private Frame build(Past past, Instant asOf) {
        Records records = past.then();
        Business business = records.business();
        Set<Long> counting = past.accountsOfUnchangedPosts();
        List<Row> rows = new ArrayList<>();
        GatheredAges ages = new GatheredAges();
        AnalyticsAggregator summaries = withoutChanged(past);
        records.forEachPost(change -> PostStanding.of(change.after()).ifPresent(post -> {
            counting.add(post.history().accountId());
            PostState state = post.state(business.zone());
            summaries.add(state);
            ages.add(post.history().postId(), state.activity());
            addRow(post, rows);
        }));
        ages.addUnchanged(past);
        List<AccountDay> days = past.unchangedDays();
        days.addAll(records.accountDays());
        days.forEach(day -> counting.add(day.accountId()));
        List<FrameAccount> accounts = records.accounts().stream()
                .filter(account -> counting.contains(account.id()))
                .toList();
        AccountOrdinals ordinals = new AccountOrdinals(accounts);
        PostFrame posts = posts(past, rows, ordinals);
        return new Frame(
                business.id(),
                records.dataVersion(),
                business.zone(),
                business.weekStart(),
                asOf,
                records.lastCollectedAt(),
                accounts,
                posts,
                days(days, ordinals),
                records.labels(posts),
                Activities.of(summaries, ordinals),
                new AgesAsOf(ledger, business.id(), asOf, posts, accounts, ages),
                ledger.postDaysAsOf(business, asOf, posts, accounts));
    }

    /// What happened on the posts that have not changed: on all as it is known now, without those that have.
    private static AnalyticsAggregator withoutChanged(Past past) {
        Business business = past.then().business();
        AnalyticsAggregator summaries = new AnalyticsAggregator(business.zone(), business.weekStart());
        past.forEachActivityDay(day -> summaries.startFrom(
                day.accountId(),
                day.contentType(),
                Math.toIntExact(day.start().toEpochDay()),
                day.posts(),
                Objects.requireNonNull(day.estimated()),
                Objects.requireNonNull(day.open()),
                day.thousandths(),
                day.reporting()));
        past.forEachPostNow(
                history -> PostStanding.of(history).ifPresent(post -> summaries.subtract(post.state(business.zone()))));
        return summaries;
    }

    private static void addRow(PostStanding post, List<Row> rows) {
        Instant publishedAt = post.version().publishedAt();
        if (publishedAt != null) {
            rows.add(new Row(
                    post.history().postId(),
                    post.history().accountId(),
                    publishedAt,
                    post.version().contentType(),
                    post.version().boosted(),
                    post.version().deleted(),
                    post.current().values()));
        }
    }

    private static PostFrame posts(Past past, List<Row> rows, AccountOrdinals ordinals) {
        ZoneId zone = past.then().business().zone();
        PostFrame.Builder frame = PostFrame.builder(rows.size());
        past.addUnchangedPosts(frame, ordinals);
        for (Row row : rows) {
            frame.add(
                    row.postId(),
                    ordinals.of(row.accountId()),
                    row.publishedAt().getEpochSecond(),
                    row.publishedAt().atZone(zone).toLocalDate(),
                    row.type(),
                    row.boosted(),
                    row.values());
            if (row.deleted()) {
                frame.markDeleted();
            }
        }
        return frame.build();
    }

    private static DayFrame days(List<AccountDay> days, AccountOrdinals ordinals) {
        DayFrame.Builder frame = DayFrame.builder(days.size());
        days.stream()
                .sorted(Comparator.comparing(AccountDay::day).thenComparingLong(AccountDay::accountId))
                .forEach(day -> frame.add(
                        ordinals.of(day.accountId()),
                        day.day(),
                        day.observedAt().getEpochSecond(),
                        day.values()));
        return frame.build();
    }
}
