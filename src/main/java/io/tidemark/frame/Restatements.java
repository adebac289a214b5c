package io.tidemark.frame;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What platforms changed of a business's numbers after they were settled.
public final class Restatements {
    public static final Restatements NONE = new Restatements(Map.of());

    private static final long BYTES_EACH = 120;
    private static final Comparator<Restatement> IN_PLATFORM = Comparator.comparing(Restatement::ofPost)
            .thenComparingInt(Restatement::post)
            .thenComparingInt(Restatement::account)
            .thenComparingInt(Restatement::day);

    private final Map<Metric, List<Restatement>> byMetric;

    private Restatements(Map<Metric, List<Restatement>> byMetric) {
        this.byMetric = byMetric;
    }

    /// Those that were seen on one day of one platform follow one another, days before posts.
    public List<Restatement> of(Metric metric) {
        return byMetric.getOrDefault(metric, List.of());
    }

    public long bytes() {
        return byMetric.values().stream()
                .mapToLong(all -> BYTES_EACH * all.size())
                .sum();
    }

    /// Takes restatements in any order; those of posts that are not in the frame are left out.
    public static final class Builder {
        private final PostFrame posts;
        private final List<FrameAccount> accounts;
        private final ZoneId zone;
        private final Map<Metric, List<Restatement>> byMetric = new EnumMap<>(Metric.class);
        private @Nullable PostRows rows;

        /// @param accounts those of the frame
        /// @param zone of the business
        public Builder(PostFrame posts, List<FrameAccount> accounts, ZoneId zone) {
            this.posts = posts;
            this.accounts = accounts;
            this.zone = zone;
        }

        /// @param at when the new number was first observed
        /// @param recordedAt when its source was recorded
        /// @param formerRecordedAt when the source of the number before was
        public Builder post(
                long postId,
                Metric metric,
                Instant at,
                Instant recordedAt,
                Instant formerRecordedAt,
                double before,
                double after) {
            int row = rows().of(postId);
            if (row >= 0) {
                int seenOn = epochDay(at.atZone(zone).toLocalDate());
                int account = posts.account(row);
                add(new Restatement(
                        metric, account, row, seenOn, seenOn, before, after, later(at, recordedAt), formerRecordedAt));
            }
            return this;
        }

        /// The same of a day of an account.
        ///
        /// @param account ordinal in [Frame#accounts]
        public Builder day(
                int account,
                LocalDate day,
                Metric metric,
                Instant at,
                Instant recordedAt,
                Instant formerRecordedAt,
                double before,
                double after) {
            int seenOn = epochDay(at.atZone(zone).toLocalDate());
            add(new Restatement(
                    metric,
                    account,
                    Restatement.NO_POST,
                    epochDay(day),
                    seenOn,
                    before,
                    after,
                    later(at, recordedAt),
                    formerRecordedAt));
            return this;
        }

        private void add(Restatement restatement) {
            byMetric.computeIfAbsent(restatement.metric(), metric -> new ArrayList<>())
                    .add(restatement);
        }

        private PostRows rows() {
            PostRows known = rows;
            if (known == null) {
                known = new PostRows(posts);
                rows = known;
            }
            return known;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        private static int epochDay(LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }

        public Restatements build() {
            Comparator<Restatement> order = Comparator.comparingInt(Restatement::seenOn)
                    .thenComparing(one -> accounts.get(one.account()).platform())
                    .thenComparing(IN_PLATFORM);
            byMetric.values().forEach(all -> all.sort(order));
            byMetric.replaceAll((metric, all) -> Collections.unmodifiableList(all));
            return byMetric.isEmpty() ? NONE : new Restatements(byMetric);
        }
    }
}
