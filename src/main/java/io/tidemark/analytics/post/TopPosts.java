package io.tidemark.analytics.post;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import java.util.ArrayList;
import java.util.List;
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
    /// @param percentile where the score stands within the account and content type
    public record Ranked(
            int rank, int row, double score, @Nullable Percentile percentile) {}

    /// Posts of the period that were not ranked, each counted under the first reason that holds.
    public record LeftOut(int boosted, int stories, int replies, int withoutValue) {}

    public static TopPosts of(PostNumbers numbers, Period period, Filters filters, PostKey key, int limit) {
        PostFrame posts = numbers.view().posts();
        double[] values = numbers.column(key);
        PostOrder order = new PostOrder(key, true);
        Foremost best = new Foremost(limit);
        int[] counts = new int[Reason.values().length];
        int end = posts.firstRowFrom(Math.toIntExact(period.to().toEpochDay()) + 1);
        for (int row = posts.firstRowFrom(Math.toIntExact(period.from().toEpochDay())); row < end; row++) {
            if (numbers.view().hasPost(row)) {
                double value = values[row];
                Reason reason = reason(posts, row, filters, value);
                counts[reason.ordinal()]++;
                if (reason == Reason.NONE) {
                    best.offer(order.place(value), posts.id(row), row);
                }
            }
        }
        return new TopPosts(
                ranked(numbers, values, best.rows()),
                counts[Reason.NONE.ordinal()],
                new LeftOut(
                        counts[Reason.BOOSTED.ordinal()],
                        counts[Reason.STORY.ordinal()],
                        counts[Reason.REPLY.ordinal()],
                        counts[Reason.NO_VALUE.ordinal()]));
    }

    /// Why a post is not ranked.
    private enum Reason {
        NONE,
        BOOSTED,
        STORY,
        REPLY,
        NO_VALUE
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

    private static List<Ranked> ranked(PostNumbers numbers, double[] values, int[] rows) {
        List<@Nullable Percentile> percentiles = Percentiles.of(numbers, row -> values[row], rows);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double score = values[rows[i]];
            boolean tied = i > 0 && ranked.getLast().score() == score;
            ranked.add(new Ranked(tied ? ranked.getLast().rank() : i + 1, rows[i], score, percentiles.get(i)));
        }
        return ranked;
    }
}
