package io.tidemark.collect.demo;

import static io.tidemark.collect.demo.Style.moving;
import static io.tidemark.collect.demo.Style.still;
import static java.util.Map.entry;

import io.tidemark.ledger.Absence;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The accounts on Instagram, YouTube, TikTok and Pinterest.
final class VisualProfiles {
    private VisualProfiles() {}

    static Profile instagram() {
        return new Profile(
                Platform.INSTAGRAM,
                "harbourcoffee.demo",
                new Audience(11_500, 1.38, 0.24),
                new Growth(19, 1.4),
                Profiles.EVENING,
                new Voice(3, 2, 4),
                List.of(
                        still(Format.IMAGE, 0.9, 0.85, 1.0),
                        still(Format.CAROUSEL, 0.9, 1.0, 1.15),
                        moving(Placement.REEL, 1.2, 1.45, 0.9, 6),
                        new Style(Placement.STORY, Format.IMAGE, 2.2, 0.3, 0.6, 0)),
                Map.ofEntries(
                        entry(Metric.IMPRESSIONS, 1.0),
                        entry(Metric.REACH, 0.74),
                        entry(Metric.WATCH_TIME_SECONDS, 0.9),
                        entry(Metric.LIKES, 0.036),
                        entry(Metric.COMMENTS, 0.0016),
                        entry(Metric.SHARES, 0.0028),
                        entry(Metric.REPOSTS, 0.0005),
                        entry(Metric.SAVES, 0.0041),
                        entry(Metric.LINK_CLICKS, 0.006),
                        entry(Metric.PROFILE_VISITS, 0.007),
                        entry(Metric.NATIVE_ENGAGEMENTS, 1.0)),
                Set.of(Metric.REPOSTS, Metric.NATIVE_ENGAGEMENTS),
                Set.of(
                        Metric.IMPRESSIONS,
                        Metric.REACH,
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.SHARES,
                        Metric.REPOSTS,
                        Metric.SAVES,
                        Metric.CLICKS,
                        Metric.FOLLOWS,
                        Metric.NATIVE_ENGAGEMENTS),
                0.05,
                Map.of(Metric.FOLLOWS, Absence.BELOW_THRESHOLD),
                Incident.NONE,
                Outage.NONE);
    }

    static Profile youTube() {
        return new Profile(
                Platform.YOUTUBE,
                "harbourcoffee-demo",
                new Audience(1_900, 1.6, 0.55),
                new Growth(144, 1.5),
                Profiles.WEEKLY,
                new Voice(1, 1, 2),
                List.of(
                        moving(Placement.FEED, 0.6, 1.0, 1.0, 140),
                        moving(Placement.SHORT, 1.0, 1.6, 0.8, 17),
                        moving(Placement.LIVE, 0.06, 0.6, 1.3, 400)),
                Map.ofEntries(
                        entry(Metric.VIDEO_VIEWS, 1.0),
                        entry(Metric.ENGAGED_VIEWS, 0.72),
                        entry(Metric.WATCH_TIME_SECONDS, 1.0),
                        entry(Metric.LIKES, 0.034),
                        entry(Metric.COMMENTS, 0.0028),
                        entry(Metric.SHARES, 0.0031),
                        entry(Metric.FOLLOWS, 0.0034)),
                Set.of(Metric.ENGAGED_VIEWS, Metric.WATCH_TIME_SECONDS, Metric.SHARES, Metric.FOLLOWS),
                Set.of(
                        Metric.VIDEO_VIEWS,
                        Metric.ENGAGED_VIEWS,
                        Metric.WATCH_TIME_SECONDS,
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.SHARES,
                        Metric.FOLLOWS),
                0,
                Map.of(Metric.IMPRESSIONS, Absence.NOT_COLLECTED),
                Incident.RESTATEMENT,
                Outage.NONE);
    }

    static Profile tikTok() {
        return new Profile(
                Platform.TIKTOK,
                "harbourcoffee.demo",
                new Audience(5_200, 2.2, 0.4),
                new Growth(30, 1.5),
                Profiles.EVENING,
                new Voice(2, 2, 4),
                List.of(moving(Placement.FEED, 2.3, 1.0, 1.0, 8), still(Format.CAROUSEL, 0.3, 0.7, 1.1)),
                Map.ofEntries(
                        entry(Metric.VIDEO_VIEWS, 1.0),
                        entry(Metric.REACH, 0.86),
                        entry(Metric.WATCH_TIME_SECONDS, 1.0),
                        entry(Metric.LIKES, 0.05),
                        entry(Metric.COMMENTS, 0.0019),
                        entry(Metric.SHARES, 0.0033),
                        entry(Metric.SAVES, 0.0046),
                        entry(Metric.PROFILE_VISITS, 0.009),
                        entry(Metric.FOLLOWS, 0.0021)),
                Set.of(Metric.REACH, Metric.WATCH_TIME_SECONDS, Metric.SAVES, Metric.PROFILE_VISITS, Metric.FOLLOWS),
                Set.of(
                        Metric.REACH,
                        Metric.VIDEO_VIEWS,
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.SHARES,
                        Metric.PROFILE_VISITS,
                        Metric.FOLLOWS),
                0.03,
                Map.of(Metric.LINK_CLICKS, Absence.BELOW_THRESHOLD),
                Incident.NONE,
                new Outage(62, 7));
    }

    /// Pins are found by searching: they go on for months.
    static Profile pinterest() {
        return new Profile(
                Platform.PINTEREST,
                "harbourcoffee_demo",
                new Audience(480, 1.35, 1.9),
                new Growth(900, 1.8),
                Profiles.EVENING,
                new Voice(2, 1, 3),
                List.of(
                        still(Format.IMAGE, 1.1, 1.0, 1.0),
                        still(Format.CAROUSEL, 0.3, 1.1, 1.1),
                        moving(Placement.FEED, 0.3, 0.9, 0.8, 9)),
                Map.ofEntries(
                        entry(Metric.IMPRESSIONS, 1.0),
                        entry(Metric.REACTIONS, 0.007),
                        entry(Metric.COMMENTS, 0.0004),
                        entry(Metric.SAVES, 0.021),
                        entry(Metric.CLICKS, 0.028),
                        entry(Metric.LINK_CLICKS, 0.008)),
                Set.of(),
                Set.of(Metric.IMPRESSIONS, Metric.SAVES, Metric.CLICKS, Metric.LINK_CLICKS, Metric.NATIVE_ENGAGEMENTS),
                0,
                Map.of(),
                Incident.NONE,
                Outage.NONE);
    }
}
