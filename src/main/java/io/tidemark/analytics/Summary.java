package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;

/// What the posts of one account and content type did in one period, or by how much it has changed.
///
/// Everything is kept in whole thousandths and counts, so that summaries can be added and taken away in any order and
/// come out the same to the last bit.
public final class Summary {
    private static final int METRICS = Metric.values().length;

    private final Key key;
    private final long[] thousandths = new long[METRICS];
    private final int[] reporting = new int[METRICS];
    private int posts;
    private int estimated;
    private int open;
    private int imported;

    /// @param start epoch day on which the period begins
    public record Key(long accountId, ContentType contentType, Basis basis, SummaryPeriod period, int start) {}

    Summary(Key key) {
        this.key = key;
    }

    public Key key() {
        return key;
    }

    /// Published: the posts published in the period. Activity: the posts of which any activity is known, counted on
    /// each of its days.
    public int posts() {
        return posts;
    }

    /// Activity only: how many of the posts are interpolated between reads farther away.
    public int estimated() {
        return estimated;
    }

    /// Activity only: how many of the posts were last read inside the day, so that it is not complete.
    public int open() {
        return open;
    }

    /// Activity only: of how many of the posts an export file is behind the day.
    public int imported() {
        return imported;
    }

    /// The sum in thousandths; says nothing where [#reporting] is zero, unless this is a difference.
    public long thousandths(Metric metric) {
        return thousandths[metric.ordinal()];
    }

    /// How many of the posts report the metric.
    public int reporting(Metric metric) {
        return reporting[metric.ordinal()];
    }

    /// Whether, as a difference, it changes nothing.
    public boolean isNothing() {
        boolean nothing = posts == 0 && estimated == 0 && open == 0 && imported == 0;
        for (int i = 0; nothing && i < METRICS; i++) {
            nothing = thousandths[i] == 0 && reporting[i] == 0;
        }
        return nothing;
    }

    void countPost(int sign, boolean isEstimated, boolean isOpen, boolean isImported) {
        posts += sign;
        estimated += isEstimated ? sign : 0;
        open += isOpen ? sign : 0;
        imported += isImported ? sign : 0;
    }

    /// Posts that are known added up.
    void start(int countedPosts, int estimatedPosts, int openPosts, int importedPosts) {
        posts += countedPosts;
        estimated += estimatedPosts;
        open += openPosts;
        imported += importedPosts;
    }

    void start(Metric metric, long amount, int reports) {
        thousandths[metric.ordinal()] += amount;
        reporting[metric.ordinal()] += reports;
    }

    void add(int metric, int sign, long amount) {
        thousandths[metric] += sign * amount;
        reporting[metric] += sign;
    }

    void add(Summary part) {
        posts += part.posts;
        estimated += part.estimated;
        open += part.open;
        imported += part.imported;
        for (int i = 0; i < METRICS; i++) {
            thousandths[i] += part.thousandths[i];
            reporting[i] += part.reporting[i];
        }
    }
}
