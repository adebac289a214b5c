package io.tidemark.app;

import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyLogin;
import io.tidemark.collect.connector.bluesky.BlueskyPageLogin;
import io.tidemark.collect.connector.bluesky.BlueskyPublicLogin;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.instagram.InstagramLogin;
import io.tidemark.collect.connector.linkedin.LinkedIn;
import io.tidemark.collect.connector.linkedin.LinkedInLogin;
import io.tidemark.collect.connector.mastodon.MastodonConnector;
import io.tidemark.collect.connector.mastodon.MastodonLogin;
import io.tidemark.collect.connector.mastodon.MastodonPublic;
import io.tidemark.collect.connector.pinterest.PinterestConnector;
import io.tidemark.collect.connector.pinterest.PinterestLogin;
import io.tidemark.collect.connector.threads.ThreadsConnector;
import io.tidemark.collect.connector.threads.ThreadsLogin;
import io.tidemark.collect.connector.tiktok.TikTokBusiness;
import io.tidemark.collect.connector.tiktok.TikTokBusinessLogin;
import io.tidemark.collect.connector.tiktok.TikTokDisplay;
import io.tidemark.collect.connector.tiktok.TikTokLogin;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.connector.youtube.YouTubeConnector;
import io.tidemark.collect.connector.youtube.YouTubeLogin;
import java.time.Clock;
import java.util.List;

/// The platforms that accounts can be collected from.
final class Platforms {
    private Platforms() {}

    /// @param apps what whoever runs the server has settled about them
    static List<Login> all(Apps apps, Clock clock) {
        ConnectorSettings linkedin = apps.settings("linkedin");
        ConnectorSettings x = apps.settings("x");
        ConnectorSettings facebook = apps.settings("facebook");
        ConnectorSettings youtube = apps.settings("youtube");
        ConnectorSettings direct = apps.settings("instagram_login");
        ConnectorSettings threads = apps.settings("threads");
        ConnectorSettings pinterest = apps.settings("pinterest");
        ConnectorSettings tiktok = apps.settings("tiktok");
        ConnectorSettings tiktokBusiness = apps.settings("tiktok_business");
        ConnectorSettings mastodon = apps.settings("mastodon");
        MastodonConnector servers = new MastodonConnector(mastodon, clock);
        ConnectorSettings bluesky = apps.settings("bluesky");
        BlueskyConnector blueskyConnector = new BlueskyConnector(bluesky, clock);
        String tiktokApp =
                apps.find("tiktok_business", null).map(Login.App::clientId).orElse("");
        return List.of(
                new LinkedInLogin(linkedin, new LinkedIn(linkedin, clock)),
                new XLogin(x, new XConnector(x)),
                new FacebookLogin(
                        facebook,
                        new FacebookConnector(facebook, clock),
                        InstagramConnector.throughFacebook(facebook, clock)),
                new InstagramLogin(direct, InstagramConnector.direct(direct, clock)),
                new YouTubeLogin(youtube, new YouTubeConnector(youtube, clock)),
                new ThreadsLogin(threads, new ThreadsConnector(threads, clock)),
                new TikTokLogin(tiktok, new TikTokDisplay(tiktok, clock)),
                new TikTokBusinessLogin(tiktokBusiness, new TikTokBusiness(tiktokBusiness, tiktokApp, clock)),
                new PinterestLogin(pinterest, new PinterestConnector(pinterest, clock)),
                new MastodonLogin(mastodon, servers, clock),
                new MastodonPublic(mastodon, servers),
                new BlueskyLogin(bluesky, blueskyConnector),
                new BlueskyPageLogin(bluesky, blueskyConnector),
                new BlueskyPublicLogin(bluesky, blueskyConnector));
    }
}
