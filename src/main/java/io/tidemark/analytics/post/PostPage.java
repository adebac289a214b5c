package io.tidemark.analytics.post;

import io.tidemark.analytics.Period;
import io.tidemark.frame.PostFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Some consecutive posts of a list in some order.
public final class PostPage {
    private final int[] rows;
    private final int total;
    private final @Nullable Position next;

    private PostPage(int[] rows, int total, @Nullable Position next) {
        this.rows = rows;
        this.total = total;
        this.next = next;
    }

    /// Rows of the post frame, in order.
    public int[] rows() {
        return rows.clone();
    }

    /// How many posts the whole list has.
    public int total() {
        return total;
    }

    /// Where the following page begins; null when this is the last one.
    public @Nullable Position next() {
        return next;
    }

    /// A place in a list: behind the post with these places in its orders and this id. It stays meaningful when the
    /// post changes or goes, since it names no row.
    ///
    /// @param second 0 where the list has one order
    /// @param third 0 where the list has no more than two
    public record Position(long place, long second, long third, long id) {
        private static Position of(long[] key) {
            return new Position(key[0], key[1], key[2], key[3]);
        }

        private long[] key() {
            return new long[] {place, second, third, id};
        }
    }

    /// Which posts a list has.
    ///
    /// @param period days of publication
    /// @param chosen which rows of the post frame count, besides what the view lets through
    public record Scope(Period period, IntPredicate chosen) {}

    /// The page behind a position, in one pass over the posts of the period.
    ///
    /// @param after null for the first page
    /// @param limit at least 1
    public static PostPage of(PostNumbers numbers, Scope scope, PostOrder order, @Nullable Position after, int limit) {
        PostFrame posts = numbers.view().posts();
        Places places = new Places(numbers, order);
        int first = posts.firstRowFrom(Math.toIntExact(scope.period().from().toEpochDay()));
        int end = posts.firstRowFrom(Math.toIntExact(scope.period().to().toEpochDay()) + 1);
        // Rows are ordered by publication: the newest first are found quickest from behind.
        boolean backwards = order.equals(PostOrder.NEWEST_FIRST);
        Foremost page = new Foremost(limit);
        long[] before = after == null ? null : after.key();
        long[] key = new long[Foremost.KEY];
        int total = 0;
        int behind = 0;
        for (int i = 0; i < end - first; i++) {
            int row = backwards ? end - 1 - i : first + i;
            if (numbers.view().hasPost(row) && scope.chosen().test(row)) {
                total++;
                places.of(row, key);
                if (before == null || Foremost.isBefore(before, key)) {
                    behind++;
                    page.offer(key, row);
                }
            }
        }
        int[] rows = page.rows();
        if (behind <= rows.length) {
            return new PostPage(rows, total, null);
        }
        places.of(rows[rows.length - 1], key);
        return new PostPage(rows, total, Position.of(key));
    }

    /// Where posts stand in the orders of a list.
    private static final class Places {
        private final List<PostOrder> orders = new ArrayList<>();
        private final List<IntToDoubleFunction> values = new ArrayList<>();
        private final PostFrame posts;

        Places(PostNumbers numbers, PostOrder first) {
            posts = numbers.view().posts();
            for (PostOrder order = first; order != null; order = order.then()) {
                orders.add(order);
                values.add(numbers.by(order.key()));
            }
        }

        /// @param key in which the places of a row are written, and its id
        void of(int row, long[] key) {
            for (int i = 0; i < orders.size(); i++) {
                key[i] = orders.get(i).place(values.get(i).applyAsDouble(row));
            }
            key[Foremost.KEY - 1] = posts.id(row);
        }
    }
}
