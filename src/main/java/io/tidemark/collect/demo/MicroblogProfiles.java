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

/// The accounts on X, Threads, Bluesky and Mastodon.
final class MicroblogProfiles {
    private MicroblogProfiles() {}

    static Profile x() {
        return new Profile(
                Platform.X,
                "hrbrcoffee_demo",
                new Audience(2_900, 1.12, 0.28),
                new Growth(1.3, 1.6),
                Profiles.ALL_DAY,
                new Voice(2, 0, 2),
                List.of(
                        still(Format.TEXT, 2.0, 0.95, 1.0),
                        still(Format.IMAGE, 1.2, 1.1, 1.15),
                        still(Format.LINK, 1.0, 0.7, 0.7),
                        moving(Placement.FEED, 0.4, 1.2, 0.9, 7),
                        new Style(Placement.REPLY, Format.TEXT, 1.3, 0.08, 0.8, 0)),
                Map.ofEntries(
                        entry(Metric.IMPRESSIONS, 1.0),
                        entry(Metric.LIKES, 0.011),
                        entry(Metric.COMMENTS, 0.0011),
                        entry(Metric.REPOSTS, 0.0017),
                        entry(Metric.QUOTES, 0.0002),
                        entry(Metric.SAVES, 0.0008)),
                Set.of(Metric.QUOTES, Metric.SAVES),
                Set.of(Metric.IMPRESSIONS),
                0.01,
                Map.of(
                        Metric.LINK_CLICKS,
                        Absence.NOT_PERMITTED,
                        Metric.PROFILE_VISITS,
                        Absence.NOT_PERMITTED,
                        Metric.VIDEO_VIEWS,
                        Absence.NOT_PERMITTED),
                Incident.DELETION,
                Outage.NONE);
    }

    static Profile threads() {
        return new Profile(
                Platform.THREADS,
                "harbourcoffee.demo",
                new Audience(1_350, 1.7, 0.45),
                new Growth(4, 1.6),
                Profiles.ALL_DAY,
                new Voice(2, 0, 1),
                List.of(
                        still(Format.TEXT, 1.2, 1.0, 1.1),
                        still(Format.IMAGE, 0.8, 1.15, 1.1),
                        still(Format.LINK, 0.4, 0.7, 0.7),
                        still(Format.CAROUSEL, 0.2, 1.2, 1.2)),
                Map.ofEntries(
                        entry(Metric.IMPRESSIONS, 1.0),
                        entry(Metric.LIKES, 0.024),
                        entry(Metric.COMMENTS, 0.0036),
                        entry(Metric.SHARES, 0.0012),
                        entry(Metric.REPOSTS, 0.0022),
                        entry(Metric.QUOTES, 0.0004)),
                Set.of(),
                Set.of(
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.REPOSTS,
                        Metric.QUOTES,
                        Metric.LINK_CLICKS,
                        Metric.PROFILE_VISITS),
                0,
                Map.of(),
                Incident.NONE,
                Outage.NONE);
    }

    static Profile bluesky() {
        return new Profile(
                Platform.BLUESKY,
                "harbourcoffee.example",
                new Audience(400, 2.8, 0.7),
                new Growth(2, 1.6),
                Profiles.ALL_DAY,
                new Voice(2, 0, 1),
                List.of(
                        still(Format.TEXT, 0.9, 1.0, 1.0),
                        still(Format.IMAGE, 0.8, 1.1, 1.2),
                        still(Format.LINK, 0.4, 0.9, 0.8)),
                Map.ofEntries(
                        entry(Metric.LIKES, 0.03),
                        entry(Metric.COMMENTS, 0.004),
                        entry(Metric.REPOSTS, 0.007),
                        entry(Metric.QUOTES, 0.0008),
                        entry(Metric.SAVES, 0.0012)),
                Set.of(),
                Set.of(),
                0,
                Map.of(),
                Incident.NONE,
                Outage.NONE);
    }

    static Profile mastodon() {
        return new Profile(
                Platform.MASTODON,
                "harbourcoffee@social.example",
                new Audience(620, 1.3, 0.6),
                new Growth(4, 1.6),
                Profiles.ALL_DAY,
                new Voice(3, 2, 4),
                List.of(
                        still(Format.TEXT, 0.6, 1.0, 1.0),
                        still(Format.IMAGE, 0.7, 1.1, 1.25),
                        still(Format.LINK, 0.2, 0.9, 0.8)),
                Map.ofEntries(entry(Metric.LIKES, 0.028), entry(Metric.COMMENTS, 0.004), entry(Metric.REPOSTS, 0.011)),
                Set.of(),
                Set.of(),
                0,
                Map.of(Metric.QUOTES, Absence.NOT_PROVIDED),
                Incident.NONE,
                new Outage(20, 4));
    }
}
