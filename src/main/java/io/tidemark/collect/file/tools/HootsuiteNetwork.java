package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The platforms for which Hootsuite has a table of posts, and how it names the columns of each.
enum HootsuiteNetwork {
    X(Platform.X, "", "tweet id", "tweet permalink", "tweet text"),
    INSTAGRAM(Platform.INSTAGRAM, "instagram account", "instagram post id", "post permalink", "post message"),
    FACEBOOK(Platform.FACEBOOK, "facebook page", "facebook post id", "post permalink", "post message");

    private static final Map<String, Metric> OF_X = Map.of(
            "impressions", Metric.IMPRESSIONS,
            "engagements", Metric.NATIVE_ENGAGEMENTS,
            "likes", Metric.LIKES,
            "retweets", Metric.REPOSTS,
            "quote tweets", Metric.QUOTES,
            "replies", Metric.COMMENTS);
    private static final Map<String, Metric> OF_META = Map.of(
            "views", Metric.IMPRESSIONS,
            "reach", Metric.REACH,
            "reactions", Metric.REACTIONS,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "saves", Metric.SAVES,
            "link clicks", Metric.LINK_CLICKS);

    private final Platform platform;
    private final String account;
    private final String id;
    private final String link;
    private final String text;

    HootsuiteNetwork(Platform platform, String account, String id, String link, String text) {
        this.platform = platform;
        this.account = account;
        this.id = id;
        this.link = link;
        this.text = text;
    }

    Platform platform() {
        return platform;
    }

    /// The column of the account; empty where there is none.
    String account() {
        return account;
    }

    String id() {
        return id;
    }

    String link() {
        return link;
    }

    String text() {
        return text;
    }

    Map<String, Metric> metrics() {
        return this == X ? OF_X : OF_META;
    }

    /// The scheme of the ids in the column of ids.
    String scheme() {
        return platform.key() + ":post";
    }

    /// The network whose posts stand below a header.
    static Optional<HootsuiteNetwork> of(Header header) {
        return Arrays.stream(values())
                .filter(network -> header.hasAll(List.of("date (gmt)", network.link, network.text))
                        && (network == X || header.hasAll(List.of(network.account, network.id))))
                .findFirst();
    }
}
