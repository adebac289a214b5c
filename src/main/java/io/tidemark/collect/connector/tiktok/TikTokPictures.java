package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.PictureHosts;

/// Where covers of videos lie. Their addresses run out within hours; each list tells them anew.
final class TikTokPictures {
    private TikTokPictures() {}

    static PictureHosts hosts(ConnectorSettings settings) {
        return PictureHosts.of(settings, "tiktokcdn.com,tiktokcdn-us.com,tiktokcdn-eu.com");
    }
}
