package io.tidemark.collect.demo;

import static io.tidemark.collect.demo.Style.moving;
import static io.tidemark.collect.demo.Style.still;
import static java.util.Map.entry;

import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The accounts on LinkedIn and Facebook.
final class NetworkProfiles {
    private NetworkProfiles() {}

    static Profile linkedIn() {
        return new Profile(
                Platform.LINKEDIN,
                "harbour-coffee-demo",
                new Audience(4_200, 1.45, 0.42),
                new Growth(24, 1.4),
                Profiles.OFFICE,
                new Voice(4, 2, 4),
                List.of(
                        still(Format.TEXT, 0.5, 1.0, 1.1),
                        still(Format.IMAGE, 0.9, 1.0, 1.0),
                        still(Format.DOCUMENT, 0.4, 1.25, 1.2),
                        moving(Placement.FEED, 0.45, 0.9, 0.9, 9),
                        still(Format.LINK, 0.35, 0.75, 0.7),
                        still(Format.POLL, 0.2, 1.3, 0.8)),
                Map.ofEntries(
                        entry(Metric.IMPRESSIONS, 1.0),
                        entry(Metric.REACH, 0.7),
                        entry(Metric.VIDEO_VIEWS, 0.32),
                        entry(Metric.WATCH_TIME_SECONDS, 0.32),
                        entry(Metric.REACTIONS, 0.022),
                        entry(Metric.COMMENTS, 0.0022),
                        entry(Metric.SHARES, 0.0012),
                        entry(Metric.CLICKS, 0.026)),
                Set.of(Metric.VIDEO_VIEWS, Metric.WATCH_TIME_SECONDS, Metric.CLICKS),
                Set.of(
                        Metric.IMPRESSIONS,
                        Metric.REACH,
                        Metric.REACTIONS,
                        Metric.COMMENTS,
                        Metric.SHARES,
                        Metric.CLICKS,
                        Metric.PROFILE_VISITS,
                        Metric.FOLLOWS),
                0.04,
                Map.of(),
                Incident.NONE,
                Outage.NONE);
    }

    static Profile facebook() {
        return new Profile(
                Platform.FACEBOOK,
                "harbourcoffee.demo",
                new Audience(8_400, 1.05, 0.14),
                new Growth(2, 1.7),
                Profiles.ALL_DAY,
                new Voice(3, 0, 1),
                List.of(
                        still(Format.IMAGE, 1.1, 1.0, 1.0),
                        still(Format.LINK, 0.6, 0.75, 0.75),
                        still(Format.TEXT, 0.2, 0.9, 0.9),
                        moving(Placement.FEED, 0.3, 1.1, 0.95, 8),
                        moving(Placement.REEL, 0.7, 1.5, 0.85, 6)),
                Map.ofEntries(
                        entry(Metric.IMPRESSIONS, 1.0),
                        entry(Metric.REACH, 0.78),
                        entry(Metric.VIDEO_VIEWS, 0.85),
                        entry(Metric.VIDEO_VIEWS_3S, 0.38),
                        entry(Metric.WATCH_TIME_SECONDS, 0.6),
                        entry(Metric.REACTIONS, 0.013),
                        entry(Metric.COMMENTS, 0.0014),
                        entry(Metric.SHARES, 0.0011),
                        entry(Metric.CLICKS, 0.016),
                        entry(Metric.LINK_CLICKS, 0.009)),
                Set.of(Metric.VIDEO_VIEWS, Metric.WATCH_TIME_SECONDS, Metric.LINK_CLICKS),
                Set.of(
                        Metric.IMPRESSIONS,
                        Metric.REACH,
                        Metric.VIDEO_VIEWS_3S,
                        Metric.WATCH_TIME_SECONDS,
                        Metric.REACTIONS,
                        Metric.PROFILE_VISITS,
                        Metric.FOLLOWS,
                        Metric.NATIVE_ENGAGEMENTS),
                0.05,
                Map.of(),
                Incident.GLITCH,
                Outage.NONE);
    }
}
