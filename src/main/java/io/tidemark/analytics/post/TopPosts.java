package io.tidemark.analytics.post;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.insight.performance.FairRanking;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.analytics.insight.performance.Performances;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The best posts of a period by one number, as it is or as it is to be expected.
///
/// Boosted posts, stories and replies are left out unless a filter names what is wanted: money, a day of life and an
/// audience that is already there make them another game.
///
/// @param considered how many posts were ranked
public record TopPosts(List<Ranked> posts, int considered, LeftOut leftOut) {
    public TopPosts {
        posts = List.copyOf(posts);
    }

    /// What posts are ranked by.
    public enum Rank {
        /// Their value as it is now, whatever their age and however few people saw them.
        VALUE,
        /// What is to be expected of them in the long run.
        FAIR,
        /// What they exceed in the long run with a chance of nine in ten.
        CONSERVATIVE
    }

    /// @param key a rate or a count; a fair ranking is of the engagement rate, or of a count whose growth
    ///     is followed
    public record Question(PostKey key, Rank rank, int limit) {
        /// By what count posts are compared with others of their age.
        public Growing compared() {
            return Growing.find(key.key()).orElse(Growing.ENGAGEMENT);
        }
    }

    /// @param rank from 1; posts of the same score share a rank
    /// @param row of the post frame
    /// @param score what was ranked by
    /// @param percentile where the value stands within the account and content type
    /// @param fair how the score came about where it is a rate that flukes do not lead; else null
    /// @param performance how the post does for its age
    public record Ranked(
            int rank,
            int row,
            double score,
            @Nullable Percentile percentile,
            FairRanking.@Nullable Score fair,
            Performance performance) {}

    /// Posts of the period that were not ranked, each counted under the first reason that holds.
    public record LeftOut(int boosted, int stories, int replies, int withoutValue) {}

    public static TopPosts of(PostNumbers numbers, Period period, Filters filters, Question question) {
        Performances performances = new Performances(numbers.view(), question.compared());
        boolean ofRates = question.key() == PostKey.Derived.ENGAGEMENT_RATE;
        if (question.rank() == Rank.VALUE) {
            double[] values = numbers.column(question.key());
            Candidates candidates = Candidates.of(numbers, period, filters, row -> values[row]);
            return new Ranking(numbers, candidates, values, performances, null)
                    .first(question.limit(), i -> values[candidates.rows[i]]);
        }
        return ofRates
                ? rates(numbers, period, filters, question, performances)
                : counts(numbers, period, filters, question, performances);
    }

    /// By the engagement rate that is to be expected of each post in the long run ([FairRanking]).
    private static TopPosts rates(
            PostNumbers numbers, Period period, Filters filters, Question question, Performances performances) {
        double[] rates = numbers.column(PostKey.Derived.ENGAGEMENT_RATE);
        Candidates candidates = Candidates.of(numbers, period, filters, row -> rates[row]);
        FairRanking fair = new FairRanking(
                numbers.view(),
                candidates.rows,
                Arrays.stream(candidates.rows).mapToDouble(numbers::engagement).toArray(),
                Arrays.stream(candidates.rows).mapToDouble(numbers::whole).toArray(),
                FairRanking.ACTS_PER_PERSON);
        return new Ranking(numbers, candidates, rates, performances, fair)
                .first(question.limit(), question.rank() == Rank.FAIR ? fair::score : fair::cautious);
    }

    /// By what each post is expected to settle at ([Performances]).
    private static TopPosts counts(
            PostNumbers numbers, Period period, Filters filters, Question question, Performances performances) {
        IntToDoubleFunction scores = question.rank() == Rank.FAIR ? performances::projected : performances::cautious;
        Candidates candidates = Candidates.of(numbers, period, filters, scores);
        return new Ranking(numbers, candidates, numbers.column(question.key()), performances, null)
                .first(question.limit(), i -> scores.applyAsDouble(candidates.rows[i]));
    }

    /// @param values by row of the post frame, as they are
    /// @param fair null where no rates are ranked
    private record Ranking(
            PostNumbers numbers,
            Candidates candidates,
            double[] values,
            Performances performances,
            @Nullable FairRanking fair) {
        /// @param scores by place among the candidates
        TopPosts first(int limit, IntToDoubleFunction scores) {
            int[] best = candidates.best(numbers.view().posts(), limit, scores);
            int[] rows = candidates.rows(best);
            List<@Nullable Percentile> percentiles = Percentiles.of(numbers, row -> values[row], rows);
            List<Ranked> ranked = new ArrayList<>();
            for (int i = 0; i < best.length; i++) {
                double score = scores.applyAsDouble(best[i]);
                ranked.add(new Ranked(
                        rank(ranked, score),
                        rows[i],
                        score,
                        percentiles.get(i),
                        fair == null ? null : fair.detail(best[i]),
                        performances.of(rows[i])));
            }
            return new TopPosts(ranked, candidates.rows.length, candidates.leftOut());
        }
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
        static Candidates of(PostNumbers numbers, Period period, Filters filters, IntToDoubleFunction values) {
            PostFrame posts = numbers.view().posts();
            int first = posts.firstRowFrom(Math.toIntExact(period.from().toEpochDay()));
            int end = posts.firstRowFrom(Math.toIntExact(period.to().toEpochDay()) + 1);
            int[] counts = new int[Reason.values().length];
            int[] rows = new int[end - first];
            int size = 0;
            for (int row = first; row < end; row++) {
                if (numbers.view().hasPost(row)) {
                    Reason reason = reason(posts, row, filters, values.applyAsDouble(row));
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
            long[] key = new long[Foremost.KEY];
            for (int i = 0; i < rows.length; i++) {
                key[0] = PostOrder.HIGHEST_FIRST.place(scores.applyAsDouble(i));
                key[Foremost.KEY - 1] = posts.id(rows[i]);
                best.offer(key, i);
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
