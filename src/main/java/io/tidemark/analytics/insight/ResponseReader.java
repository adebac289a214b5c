package io.tidemark.analytics.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.FollowerHistory;
import io.tidemark.analytics.View;
import io.tidemark.analytics.statistics.RobustScale;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads what posts reached.
///
/// A count is brought to where it will settle and, while the post is young, pulled towards the account's usual post by
/// as much as is uncertain. A rate e/m is ln((e + kp) / (m + k)) with k = 50 and p the account's rate as a whole, so
/// that a post seen by few says little.
public final class ResponseReader {
    private static final double RATE_WEIGHT = 50;
    /// The variance of a post around what explains it, against which its own uncertainty is weighed.
    private static final double USUAL_NOISE = 0.6;

    private static final double SMALLEST_DEVIATION = 0.3;
    private static final double SECONDS_PER_HOUR = 3600;

    private final View view;
    private final ResponseMetric metric;
    private final Engagement engagement;
    private final AnalyticsQuery query;
    private final long readAt;
    private @Nullable FollowerHistory followers;

    public ResponseReader(View view, AnalyticsQuery query, ResponseMetric metric) {
        this.view = view;
        this.metric = metric;
        engagement = query.engagement();
        this.query = query;
        Instant collected = view.frame().lastCollectedAt();
        Instant read = collected == null || collected.isAfter(view.now()) ? view.now() : collected;
        readAt = read.getEpochSecond();
    }

    /// Whether posts of the platform should report the metric.
    public boolean provided(Platform platform) {
        return switch (metric) {
            case ENGAGEMENT -> Engagements.expects(engagement, platform, Subject.POST, ContentType.UNKNOWN);
            case REACH -> Dictionary.provides(platform, Subject.POST, ContentType.UNKNOWN, Metric.REACH);
            case ER ->
                Engagements.expects(engagement, platform, Subject.POST, ContentType.UNKNOWN)
                        && (denominator(platform) == Denominator.FOLLOWERS
                                || Dictionary.provides(
                                        platform,
                                        Subject.POST,
                                        ContentType.UNKNOWN,
                                        denominator(platform).metric()));
        };
    }

    public Denominator denominator(Platform platform) {
        return query.denominator(platform);
    }

    /// @param rows posts of one account, in order of publication
    public Responses read(int account, int[] rows) {
        Platform platform = view.platform(account);
        int[] kept = new int[rows.length];
        double[] parts = new double[rows.length];
        double[] wholes = new double[rows.length];
        int size = 0;
        for (int row : rows) {
            double part = part(platform, row);
            double whole = metric == ResponseMetric.ER ? whole(platform, account, row) : 1;
            if (part >= 0 && whole > 0) {
                kept[size] = row;
                parts[size] = part;
                wholes[size++] = whole;
            }
        }
        double[] logs = new double[size];
        double[] weights = new double[size];
        int young = metric == ResponseMetric.ER
                ? rates(platform, kept, parts, wholes, logs, weights)
                : counts(platform, kept, parts, logs, weights);
        return Responses.cut(kept, parts, wholes, logs, weights, young, size);
    }

    private double part(Platform platform, int row) {
        PostFrame posts = view.posts();
        return metric == ResponseMetric.REACH
                ? posts.value(row, Metric.REACH)
                : Engagements.orNaN(engagement, platform, Subject.POST, posts.contentType(row), posts, row);
    }

    /// Followers are those of the day of publication.
    private double whole(Platform platform, int account, int row) {
        Denominator by = denominator(platform);
        if (by != Denominator.FOLLOWERS) {
            return view.posts().value(row, by.metric());
        }
        FollowerHistory known = followers;
        if (known == null) {
            known = new FollowerHistory(view);
            followers = known;
        }
        return known.at(account, view.posts().day(row));
    }

    private double ageHours(int row) {
        return (readAt - view.posts().publishedAt(row)) / SECONDS_PER_HOUR;
    }

    private int rates(Platform platform, int[] rows, double[] parts, double[] wholes, double[] logs, double[] weights) {
        Settling settling = new Settling(platform);
        double part = 0;
        double whole = 0;
        for (int i = 0; i < logs.length; i++) {
            part += parts[i];
            whole += wholes[i];
        }
        // Where nobody engaged at all, half an engagement stands for the rate that is too small to be seen.
        double rate = Math.max(part, 0.5) / Math.max(whole, 1);
        int young = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log((parts[i] + RATE_WEIGHT * rate) / (wholes[i] + RATE_WEIGHT));
            weights[i] = 1;
            young += settling.isSettled(ageHours(rows[i])) ? 0 : 1;
        }
        return young;
    }

    private int counts(Platform platform, int[] rows, double[] counts, double[] logs, double[] weights) {
        Settling settling = new Settling(platform);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = settling.expected(counts[i], ageHours(rows[i]));
        }
        double usual = logs.length == 0 ? 0 : RobustScale.median(logs);
        double deviation = deviation(logs);
        int young = 0;
        for (int i = 0; i < logs.length; i++) {
            double variance = settling.variance(counts[i], ageHours(rows[i]));
            weights[i] = 1;
            if (variance > 0) {
                double precision = 1 / (deviation * deviation) + 1 / variance;
                logs[i] = (usual / (deviation * deviation) + logs[i] / variance) / precision;
                weights[i] = USUAL_NOISE / (USUAL_NOISE + 1 / precision);
                young++;
            }
        }
        return young;
    }

    /// Half of it by squares, half robust; never so small that young posts would be taken for usual ones.
    private static double deviation(double[] logs) {
        if (logs.length == 0) {
            return SMALLEST_DEVIATION;
        }
        double mean = 0;
        for (double log : logs) {
            mean += log / logs.length;
        }
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean) / logs.length;
        }
        return Math.max((Math.sqrt(squares) + RobustScale.of(logs)) / 2, SMALLEST_DEVIATION);
    }
}
