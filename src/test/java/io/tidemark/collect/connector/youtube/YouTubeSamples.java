package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers as YouTube's documentation has them, of a channel called Acme.
final class YouTubeSamples {
    static final TrackedAccount ACME =
            new TrackedAccount("UCacme", "", AccountKey.ofHandle(Platform.YOUTUBE, "acme"), null);
    static final String CHANNEL = """
            {"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 1, "resultsPerPage": 5}, "items": [
              {"kind": "youtube#channel", "id": "UCacme",
               "snippet": {"title": "Acme Tools", "customUrl": "@acme", "publishedAt": "2015-01-01T00:00:00Z"},
               "statistics": {"viewCount": "1234567", "subscriberCount": "10200", "hiddenSubscriberCount": false,
                 "videoCount": "240"},
               "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": "UUacme"}}}]}
            """;
    static final String NO_CHANNEL = """
            {"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 0, "resultsPerPage": 5}}
            """;

    private YouTubeSamples() {}

    static YouTubeConnector connector(Map<String, String> settings) {
        return new YouTubeConnector(new ConnectorSettings(settings), Clock.fixed(ScriptedApi.NOW, ZoneOffset.UTC));
    }

    static YouTubeConnector connector() {
        return connector(Map.of());
    }

    /// @param next token of the next page; empty for the last
    static String uploads(String next, String... ids) {
        String items = List.of(ids).stream()
                .map(
                        "{\"contentDetails\":{\"videoId\":\"%s\",\"videoPublishedAt\":\"2026-11-10T12:00:00Z\"}}"
                                ::formatted)
                .collect(Collectors.joining(","));
        return "{\"kind\":\"youtube#playlistItemListResponse\",%s\"items\":[%s]}"
                .formatted(next.isEmpty() ? "" : "\"nextPageToken\":\"" + next + "\",", items);
    }

    static String videos(String... items) {
        return "{\"kind\":\"youtube#videoListResponse\",\"items\":[" + String.join(",", items) + "]}";
    }

    /// @param more fields over those that every video has here
    static String video(String id, String more) {
        return """
                {"id": "%s", "snippet": {"publishedAt": "2026-11-10T12:00:00Z", "channelId": "UCacme", "title": "Launch",
                   "description": "Out now", "thumbnails": {"default": {"url": "https://i.ytimg.com/vi/1/default.jpg"},
                   "medium": {"url": "https://i.ytimg.com/vi/1/mqdefault.jpg"}}, "liveBroadcastContent": "none"},
                 "status": {"privacyStatus": "public", "uploadStatus": "processed"},
                 "statistics": {"viewCount": "9007199254740993", "likeCount": "77", "favoriteCount": "0",
                   "commentCount": "9"}%s}
                """.formatted(id, more.isEmpty() ? "" : ", " + more);
    }

    static String report(String headers, String rows) {
        String columns = List.of(headers.split(",")).stream()
                .map("{\"name\":\"%s\",\"columnType\":\"METRIC\",\"dataType\":\"INTEGER\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"kind\":\"youtubeAnalytics#resultTable\",\"columnHeaders\":[%s]%s}"
                .formatted(columns, rows.isEmpty() ? "" : ",\"rows\":[" + rows + "]");
    }
}
