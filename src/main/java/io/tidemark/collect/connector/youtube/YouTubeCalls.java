package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The calls. Each of the Data API costs one unit of the app's day, whatever it asks for.
final class YouTubeCalls {
    static final String DATA = "https://www.googleapis.com";
    static final String CHANNELS = "GET /youtube/v3/channels";
    static final String UPLOADS = "GET /youtube/v3/playlistItems";
    static final String VIDEOS = "GET /youtube/v3/videos";
    static final String REPORTS = "GET /v2/reports";

    /// So many items a page of uploads has, and so many videos a call takes.
    static final int MOST = 50;

    /// Any bound will do: with one, YouTube tells how wide the player of a video is for its height.
    private static final String PLAYER_HEIGHT = "720";

    private final String data;
    private final String analytics;

    YouTubeCalls(ConnectorSettings settings) {
        data = settings.text("base-url", DATA);
        analytics = settings.text("analytics-url", "https://youtubeanalytics.googleapis.com");
    }

    /// The channel that was chosen when somebody signed in.
    JsonNode channel(Api api) {
        Query query = new Query(data + "/youtube/v3/channels")
                .add("part", "snippet,statistics,contentDetails")
                .add("mine", "true");
        return api.call(ApiRequest.get(CHANNELS, query.toString()));
    }

    /// @param page token of the page; empty for the first
    JsonNode uploads(Api api, String playlist, String page) {
        Query query = new Query(data + "/youtube/v3/playlistItems")
                .add("part", "contentDetails")
                .add("playlistId", playlist)
                .add("maxResults", Integer.toString(MOST));
        if (!page.isEmpty()) {
            query.add("pageToken", page);
        }
        return api.call(ApiRequest.get(UPLOADS, query.toString()));
    }

    /// What videos are.
    JsonNode videos(Api api, Collection<String> ids) {
        Query query = new Query(data + "/youtube/v3/videos")
                .add("part", "snippet,contentDetails,status,liveStreamingDetails,player")
                .add("maxHeight", PLAYER_HEIGHT)
                .add("id", ids);
        return api.call(ApiRequest.get(VIDEOS, query.toString()));
    }

    /// The counters of videos alone, and whether they can be seen.
    JsonNode counters(Api api, Collection<String> ids) {
        Query query = new Query(data + "/youtube/v3/videos")
                .add("part", "statistics,status")
                .add("id", ids);
        return api.call(ApiRequest.get(VIDEOS, query.toString()));
    }

    /// The days of a channel.
    JsonNode days(Api api, String channel, LocalDate from, LocalDate to, Collection<String> metrics) {
        Query query =
                report(channel, from, to, metrics).add("dimensions", "day").add("sort", "day");
        return api.call(ApiRequest.get(REPORTS, query.toString()));
    }

    /// What each of some videos came to from one day to another, both included.
    JsonNode totals(
            Api api,
            String channel,
            LocalDate from,
            LocalDate to,
            Collection<String> videos,
            Collection<String> metrics) {
        Query query = report(channel, from, to, metrics)
                .add("dimensions", "video")
                .add("filters", "video==" + String.join(",", videos))
                .add("maxResults", Integer.toString(videos.size()));
        return api.call(ApiRequest.get(REPORTS, query.toString()));
    }

    private Query report(String channel, LocalDate from, LocalDate to, Collection<String> metrics) {
        return new Query(analytics + "/v2/reports")
                .add("ids", "channel==" + channel)
                .add("startDate", from.toString())
                .add("endDate", to.toString())
                .add("metrics", new TreeSet<>(metrics));
    }
}
