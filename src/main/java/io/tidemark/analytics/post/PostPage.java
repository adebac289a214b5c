package io.tidemark.analytics.post;

import io.tidemark.analytics.Period;
import io.tidemark.frame.PostFrame;
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

    /// A place in a list: behind the post with these places in both orders and this id. It stays meaningful when the
    /// post changes or goes, since it names no row.
    ///
    /// @param second 0 where the list has one order
    public record Position(long place, long second, long id) {}

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
        int total = 0;
        int behind = 0;
        for (int i = 0; i < end - first; i++) {
            int row = backwards ? end - 1 - i : first + i;
            if (numbers.view().hasPost(row) && scope.chosen().test(row)) {
                total++;
                long place = places.first(row);
                long second = places.second(row);
                long id = posts.id(row);
                if (after == null || Foremost.isBefore(after.place(), after.second(), after.id(), place, second, id)) {
                    behind++;
                    page.offer(place, second, id, row);
                }
            }
        }
        int[] rows = page.rows();
        if (behind <= rows.length) {
            return new PostPage(rows, total, null);
        }
        int last = rows[rows.length - 1];
        return new PostPage(rows, total, new Position(places.first(last), places.second(last), posts.id(last)));
    }

    /// Where posts stand in both orders of a list.
    private static final class Places {
        private final PostOrder order;
        private final IntToDoubleFunction values;
        private final @Nullable PostOrder then;
        private final IntToDoubleFunction others;

        Places(PostNumbers numbers, PostOrder order) {
            this.order = order;
            values = numbers.by(order.key());
            then = order.then();
            others = then == null ? values : numbers.by(then.key());
        }

        long first(int row) {
            return order.place(values.applyAsDouble(row));
        }

        long second(int row) {
            return then == null ? 0 : then.place(others.applyAsDouble(row));
        }
    }
}
