package io.tidemark.analytics.post;

import io.tidemark.analytics.AnalyticsCalculator;
import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.FollowerHistory;
import io.tidemark.analytics.View;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.EngagementTerms;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The numbers of single posts of a view, the derived ones by the definitions that a question chooses.
public final class PostNumbers {
    private static final int TYPES = ContentType.values().length;

    private final View view;
    private final PostFrame posts;
    private final Engagement engagement;
    private final EngagementTerms[] terms;
    private final AnalyticsQuery query;
    private @Nullable FollowerHistory followers;

    public PostNumbers(View view, AnalyticsQuery query) {
        this.view = view;
        posts = view.posts();
        engagement = query.engagement();
        this.query = query;
        terms = new EngagementTerms[Platform.values().length * TYPES];
        for (Platform platform : Platform.values()) {
            for (ContentType type : ContentType.values()) {
                terms[platform.ordinal() * TYPES + type.ordinal()] =
                        Engagements.terms(query.engagement(), platform, Subject.POST, type);
            }
        }
    }

    public View view() {
        return view;
    }

    /// The definition of engagement in force.
    public Engagement definition() {
        return engagement;
    }

    public FrameAccount account(int row) {
        return view.frame().accounts().get(posts.account(row));
    }

    public Platform platform(int row) {
        return view.platform(posts.account(row));
    }

    /// What the engagement rate of a post divides by.
    public Denominator denominator(int row) {
        return query.denominator(platform(row));
    }

    /// `NaN` where a part that must be there is missing.
    public double engagement(int row) {
        return terms[platform(row).ordinal() * TYPES + posts.contentType(row).ordinal()].sumOrNaN(posts, row);
    }

    /// Engagement over the denominator of the post's platform; `NaN` where either is missing, or there is nothing to
    /// divide by.
    public double engagementRate(int row) {
        double whole = whole(row);
        return AnalyticsCalculator.rate(engagement(row), whole);
    }

    /// What the engagement rate divides by. Followers are those of the day of publication.
    public double whole(int row) {
        Denominator by = denominator(row);
        return by == Denominator.FOLLOWERS
                ? followers().at(posts.account(row), posts.day(row))
                : posts.value(row, by.metric());
    }

    /// The values of a key by row, `NaN` where one is missing.
    public IntToDoubleFunction by(PostKey key) {
        return switch (key) {
            case PostKey.OfMetric(var metric) -> row -> posts.value(row, metric);
            case PostKey.Derived derived ->
                switch (derived) {
                    case ENGAGEMENT -> this::engagement;
                    case ENGAGEMENT_RATE -> this::engagementRate;
                    case PUBLISHED_AT -> posts::publishedAt;
                };
        };
    }

    /// The values of a key for every row of the post frame, whether or not it is in view.
    public double[] column(PostKey key) {
        IntToDoubleFunction values = by(key);
        double[] column = new double[posts.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = values.applyAsDouble(row);
        }
        return column;
    }

    /// Read from the days of accounts only if a rate needs it.
    private FollowerHistory followers() {
        FollowerHistory known = followers;
        if (known == null) {
            known = new FollowerHistory(view);
            followers = known;
        }
        return known;
    }
}
