package io.tidemark.analytics.post;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.insight.FairRanking;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The best posts of a period by one number.
///
/// Boosted posts, stories and replies are left out unless a filter names what is wanted: money, a day of life and an
/// audience that is already there make them another game.
///
/// @param considered how many posts were ranked
public record TopPosts(List<Ranked> posts, int considered, LeftOut leftOut) {
    public TopPosts {
        posts = List.copyOf(posts);
    }

    /// @param rank from 1; posts of the same score share a rank
    /// @param row of the post frame
    /// @param score what was ranked by
    /// @param percentile where the value stands within the account and content type
    /// @param fair how the score came about where it is a rate that flukes do not lead; else null
    public record Ranked(
            int rank, int row, double score, @Nullable Percentile percentile, FairRanking.@Nullable Score fair) {}

    /// Posts of the period that were not ranked, each counted under the first reason that holds.
    public record LeftOut(int boosted, int stories, int replies, int withoutValue) {}

    /// By a value as it is.
    public static TopPosts of(PostNumbers numbers, Period period, Filters filters, PostKey key, int limit) {
        double[] values = numbers.column(key);
        Candidates candidates = Candidates.of(numbers, period, filters, values);
        int[] best = candidates.best(numbers.view().posts(), limit, i -> values[candidates.rows[i]]);
        List<@Nullable Percentile> percentiles = Percentiles.of(numbers, row -> values[row], candidates.rows(best));
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            int row = candidates.rows[best[i]];
            ranked.add(new Ranked(rank(ranked, values[row]), row, values[row], percentiles.get(i), null));
        }
        return new TopPosts(ranked, candidates.rows.length, candidates.leftOut());
    }

    /// By the engagement rate that is to be expected of each post in the long run ([FairRanking]).
    public static TopPosts fair(PostNumbers numbers, Period period, Filters filters, int limit) {
        double[] rates = numbers.column(PostKey.Derived.ENGAGEMENT_RATE);
        Candidates candidates = Candidates.of(numbers, period, filters, rates);
        int[] rows = candidates.rows;
        FairRanking fair = new FairRanking(
                numbers.view(),
                rows,
                Arrays.stream(rows).mapToDouble(numbers::engagement).toArray(),
                Arrays.stream(rows).mapToDouble(numbers::whole).toArray(),
                FairRanking.ACTS_PER_PERSON);
        int[] best = candidates.best(numbers.view().posts(), limit, fair::score);
        List<@Nullable Percentile> percentiles = Percentiles.of(numbers, row -> rates[row], candidates.rows(best));
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            double score = fair.score(best[i]);
            ranked.add(new Ranked(rank(ranked, score), rows[best[i]], score, percentiles.get(i), fair.detail(best[i])));
        }
        return new TopPosts(ranked, rows.length, candidates.leftOut());
    }

    private static int rank(List<Ranked> before, double score) {
        boolean tied = !before.isEmpty() && before.getLast().score() == score;
        return tied ? before.getLast().rank() : before.size() + 1;
    }

    /// Why a post is not ranked.
    private enum Reason {
        NONE,
        BOOSTED,
        STORY,
        REPLY,
        NO_VALUE
    }

    /// The posts that are ranked, and how many are not.
    private static final class Candidates {
        private final int[] rows;
        private final int[] counts;

        private Candidates(int[] rows, int[] counts) {
            this.rows = rows;
            this.counts = counts;
        }

        /// @param values by row of the post frame
        static Candidates of(PostNumbers numbers, Period period, Filters filters, double[] values) {
            PostFrame posts = numbers.view().posts();
            int first = posts.firstRowFrom(Math.toIntExact(period.from().toEpochDay()));
            int end = posts.firstRowFrom(Math.toIntExact(period.to().toEpochDay()) + 1);
            int[] counts = new int[Reason.values().length];
            int[] rows = new int[end - first];
            int size = 0;
            for (int row = first; row < end; row++) {
                if (numbers.view().hasPost(row)) {
                    Reason reason = reason(posts, row, filters, values[row]);
                    counts[reason.ordinal()]++;
                    if (reason == Reason.NONE) {
                        rows[size++] = row;
                    }
                }
            }
            return new Candidates(Arrays.copyOf(rows, size), counts);
        }

        private static Reason reason(PostFrame posts, int row, Filters filters, double value) {
            if (filters.boosted().isEmpty() && posts.boosted(row) == Boosted.YES) {
                return Reason.BOOSTED;
            }
            if (filters.contentTypes().isEmpty() && posts.contentType(row) == ContentType.STORY) {
                return Reason.STORY;
            }
            if (filters.contentTypes().isEmpty() && posts.contentType(row) == ContentType.REPLY) {
                return Reason.REPLY;
            }
            return Double.isNaN(value) ? Reason.NO_VALUE : Reason.NONE;
        }

        /// The places among the candidates of those with the highest scores.
        int[] best(PostFrame posts, int limit, IntToDoubleFunction scores) {
            Foremost best = new Foremost(limit);
            for (int i = 0; i < rows.length; i++) {
                best.offer(PostOrder.HIGHEST_FIRST.place(scores.applyAsDouble(i)), posts.id(rows[i]), i);
            }
            return best.rows();
        }

        int[] rows(int[] places) {
            return Arrays.stream(places).map(place -> rows[place]).toArray();
        }

        LeftOut leftOut() {
            return new LeftOut(
                    counts[Reason.BOOSTED.ordinal()],
                    counts[Reason.STORY.ordinal()],
                    counts[Reason.REPLY.ordinal()],
                    counts[Reason.NO_VALUE.ordinal()]);
        }
    }
}
