package io.tidemark.analytics.post;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.View;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A frame of some posts, written post by post in order of publication.
final class PostSample {
    static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final List<FrameAccount> accounts = new ArrayList<>();
    private final PostFrame.Builder posts = PostFrame.builder(0);
    private final DayFrame.Builder days = DayFrame.builder(0);
    private int size;

    /// The first account has ordinal 0 and id 1.
    PostSample account(Platform platform) {
        long id = accounts.size() + 1L;
        accounts.add(new FrameAccount(id, platform, "account" + id, "Account " + id, true));
        return this;
    }

    /// The first post has id 1.
    PostSample post(int account, String at, ContentType type, Boosted boosted, MetricValues values) {
        return post(++size, account, Instant.parse(at), type, boosted, values);
    }

    PostSample post(long id, int account, Instant at, ContentType type, Boosted boosted, MetricValues values) {
        posts.add(id, account, at.getEpochSecond(), at.atZone(ZONE).toLocalDate(), type, boosted, values);
        return this;
    }

    PostSample followers(int account, String day, double level) {
        days.add(account, LocalDate.parse(day), 0, reporting(Metric.FOLLOWERS, level));
        return this;
    }

    Frame frame() {
        return new Frame(1, 42, ZONE, DayOfWeek.MONDAY, null, null, accounts, posts.build(), days.build());
    }

    PostNumbers numbers(AnalyticsQuery query) {
        return new PostNumbers(new View(frame(), query.filters(), NOW), query);
    }

    static MetricValues reporting(Object... pairs) {
        MetricValues.Builder values = MetricValues.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((Metric) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return values.build();
    }
}
