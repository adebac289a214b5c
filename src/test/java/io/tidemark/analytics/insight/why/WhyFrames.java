package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.StandardAge;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Businesses whose posts have the same numbers at every standard age, on two months of which October is the later.
public final class WhyFrames {
    public static final Instant NOW = Instant.parse("2026-12-20T12:00:00Z");
    public static final AnalyticsQuery OCTOBER = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))))
            .on(Basis.Choice.PUBLISHED);

    private final List<FrameAccount> accounts = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    private record Post(
            int account,
            Instant at,
            ContentType type,
            Boosted boosted,
            @Nullable MetricValues values) {}

    /// The first account has ordinal 0 and id 1.
    public WhyFrames account(Platform platform) {
        int id = accounts.size() + 1;
        accounts.add(new FrameAccount(id, platform, "account" + id, "Account " + id, true));
        return this;
    }

    /// @param values at every age; null for a post of which no reading is known
    public WhyFrames post(int account, Instant at, ContentType type, @Nullable MetricValues values) {
        return post(account, at, type, Boosted.NO, values);
    }

    WhyFrames post(int account, Instant at, ContentType type, Boosted boosted, @Nullable MetricValues values) {
        posts.add(new Post(account, at, type, boosted, values));
        return this;
    }

    /// One post after the other, an hour each, from the first of a month.
    public WhyFrames posts(int account, String month, int count, ContentType type, MetricValues values) {
        Instant first = LocalDate.parse(month + "-01").atTime(8, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < count; i++) {
            post(account, first.plusSeconds(3600L * i), type, values);
        }
        return this;
    }

    /// What a LinkedIn post reports.
    public static MetricValues linkedin(double impressions, double reactions) {
        return MetricValues.builder()
                .put(Metric.IMPRESSIONS, impressions)
                .put(Metric.REACTIONS, reactions)
                .put(Metric.COMMENTS, 0)
                .put(Metric.SHARES, 0)
                .build();
    }

    public Frame build() {
        PostFrame.Builder builder = PostFrame.builder(posts.size());
        posts.sort(Comparator.comparing(Post::at));
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            builder.add(
                    i + 1L,
                    post.account(),
                    post.at().getEpochSecond(),
                    LocalDate.ofInstant(post.at(), ZoneOffset.UTC),
                    post.type(),
                    post.boosted(),
                    post.values() == null ? MetricValues.NONE : post.values());
        }
        PostFrame frame = builder.build();
        Map<StandardAge, AgedPosts> known = new EnumMap<>(StandardAge.class);
        Ages ages = age -> known.computeIfAbsent(age, wanted -> aged(frame, wanted));
        return new Frame(
                1,
                42,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                accounts,
                frame,
                DayFrame.builder(0).build(),
                Labels.NONE,
                ActivityFrame.NONE,
                ages,
                Growth.NONE,
                PostDays.none(frame, accounts),
                Wordings.none(frame),
                Restatements.NONE);
    }

    private AgedPosts aged(PostFrame frame, StandardAge age) {
        AgedPosts.Builder aged = AgedPosts.builder(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            MetricValues values = posts.get(i).values();
            boolean isOfAge =
                    !posts.get(i).at().plusSeconds(3600L * age.hours()).isAfter(NOW);
            if (isOfAge && values != null) {
                aged.post(i + 1L);
                values.present().forEach(metric -> aged.set(metric, values.orNaN(metric)));
            }
        }
        return aged.build(frame, accounts);
    }
}
