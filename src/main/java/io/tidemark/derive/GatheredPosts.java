package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.analytics.PostState;
import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.PostHistory;
import io.tidemark.ledger.Restated;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What a frame of the past needs of the posts that have changed since, gathered by several threads. Their histories
/// are let go.
final class GatheredPosts {
    private final Business business;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Long> accounts = new HashSet<>();
    private final List<AnalyticsAggregator> differences = new ArrayList<>();
    private final GatheredAges ages = new GatheredAges();
    private final List<Restated> restated = new ArrayList<>();

    private record Row(
            long postId,
            long accountId,
            Instant publishedAt,
            ContentType type,
            Boosted boosted,
            boolean deleted,
            MetricValues values) {}

    GatheredPosts(Business business) {
        this.business = business;
    }

    /// Takes posts as they were, on one thread.
    Consumer<PostHistory> then() {
        AnalyticsAggregator summaries = difference();
        return history -> PostStanding.of(history).ifPresent(post -> {
            PostState state = post.state(business.zone());
            summaries.add(state);
            ages.add(history.postId(), state.activity());
            add(post, Restating.ofPost(history.postId(), state.activity()));
        });
    }

    /// Takes the same posts as they are, on one thread.
    Consumer<PostHistory> now() {
        AnalyticsAggregator summaries = difference();
        return history -> PostStanding.of(history).ifPresent(post -> summaries.subtract(post.state(business.zone())));
    }

    private synchronized AnalyticsAggregator difference() {
        AnalyticsAggregator summaries = new AnalyticsAggregator(business.zone(), business.weekStart());
        differences.add(summaries);
        return summaries;
    }

    private synchronized void add(PostStanding post, List<Restated> ofPost) {
        restated.addAll(ofPost);
        accounts.add(post.history().accountId());
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

    /// The accounts of the posts.
    Set<Long> accounts() {
        return accounts;
    }

    /// What platforms changed of the posts.
    List<Restated> restated() {
        return restated;
    }

    GatheredAges ages() {
        return ages;
    }

    /// Adds by how much the summaries differ. They are sums of whole numbers: it makes no difference which thread had
    /// which posts.
    void addDifferences(AnalyticsAggregator summaries) {
        differences.forEach(summaries::addDays);
    }

    void addTo(PostFrame.Builder frame, AccountOrdinals ordinals) {
        for (Row row : rows) {
            frame.add(
                    row.postId(),
                    ordinals.of(row.accountId()),
                    row.publishedAt().getEpochSecond(),
                    row.publishedAt().atZone(business.zone()).toLocalDate(),
                    row.type(),
                    row.boosted(),
                    row.values());
            if (row.deleted()) {
                frame.markDeleted();
            }
        }
    }
}
