package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import java.time.Instant;

/// What the tests of X share. The answers are made up, in the shape of the documentation.
final class XSamples {
    static final TrackedAccount ACME =
            new TrackedAccount("2244994945", "", AccountKey.ofHandle(Platform.X, "acme"), null);

    /// Two posts: one edited, one with a video.
    static final String PAGE = """
            {"data":[
              {"id":"1861000000000000002","text":"Hello &amp; welcome https://t.co/x","created_at":"2026-11-20T19:26:16.000Z",
               "edit_history_tweet_ids":["1861000000000000001","1861000000000000002"],
               "conversation_id":"1861000000000000001",
               "note_tweet":{"text":"Hello &amp; welcome, at length"},
               "public_metrics":{"retweet_count":3,"reply_count":1,"like_count":22,"quote_count":2,"bookmark_count":4,"impression_count":1800},
               "non_public_metrics":{"impression_count":1800,"url_link_clicks":7,"user_profile_clicks":5,"engagements":60},
               "entities":{"urls":[{"url":"https://t.co/x","expanded_url":"https://acme.example"}]}},
              {"id":"1860999999999999999","text":"A film","created_at":"2026-11-20T18:00:00.000Z",
               "edit_history_tweet_ids":["1860999999999999999"],"conversation_id":"1860999999999999999",
               "public_metrics":{"retweet_count":0,"reply_count":0,"like_count":5,"quote_count":0,"bookmark_count":0,"impression_count":700},
               "attachments":{"media_keys":["7_1860999999999999998"]}},
              {"id":"1860999999999999000","text":"RT @other: Theirs","created_at":"2026-11-20T17:00:00.000Z",
               "edit_history_tweet_ids":["1860999999999999000"],"conversation_id":"1860999999999999000",
               "public_metrics":{"retweet_count":9000,"reply_count":0,"like_count":0,"quote_count":0,"bookmark_count":0,"impression_count":0},
               "referenced_tweets":[{"type":"retweeted","id":"1700000000000000000"}]}],
             "includes":{"media":[{"media_key":"7_1860999999999999998","type":"video",
               "preview_image_url":"https://pbs.twimg.com/a.jpg","public_metrics":{"view_count":410}}]},
             "meta":{"result_count":3}}
            """;

    private XSamples() {}

    /// The same answer in the words of the API description since August 2026.
    static String ofPosts(String answer) {
        return answer.replace("edit_history_tweet_ids", "edit_history_post_ids")
                .replace("note_tweet", "note_post")
                .replace("referenced_tweets", "referenced_posts")
                .replace("retweet_count", "repost_count");
    }

    static XConnector connector() {
        return new XConnector(ConnectorSettings.DEFAULT);
    }

    static PostRef ref(String id) {
        return new PostRef(id, "text", Instant.parse("2026-11-20T19:26:16Z"));
    }
}
