package io.tidemark.collect.demo;

import java.util.List;

/// The ten accounts of the demonstration. Rates are of the order that small businesses see; half-lives are those of
/// Pfeffer, Matter & Sargsyan 2023 (X) and of Graffius' series on the lifespan of posts.
final class Profiles {
    static final Rhythm OFFICE =
            new Rhythm(List.of(1.0, 1.3, 1.2, 1.3, 0.8, 0.1, 0.05), List.of(8, 8, 9, 9, 10, 12, 16), 9, 0.85);
    static final Rhythm ALL_DAY = new Rhythm(
            List.of(1.0, 1.0, 1.1, 1.1, 1.1, 0.7, 0.6), List.of(7, 8, 8, 9, 11, 12, 12, 14, 16, 17, 18, 20), 12, 1.0);
    static final Rhythm EVENING = new Rhythm(
            List.of(0.8, 0.9, 1.0, 1.0, 1.1, 1.2, 1.1), List.of(7, 9, 12, 17, 18, 18, 19, 19, 20, 21), 19, 1.04);
    static final Rhythm WEEKLY =
            new Rhythm(List.of(0.6, 0.9, 1.4, 0.9, 1.2, 0.7, 0.7), List.of(15, 16, 17, 17, 18), 18, 1.05);

    static final List<Profile> ALL = List.of(
            NetworkProfiles.linkedIn(),
            MicroblogProfiles.x(),
            NetworkProfiles.facebook(),
            VisualProfiles.instagram(),
            VisualProfiles.youTube(),
            VisualProfiles.tikTok(),
            MicroblogProfiles.bluesky(),
            MicroblogProfiles.mastodon(),
            MicroblogProfiles.threads(),
            VisualProfiles.pinterest());

    private Profiles() {}
}
