package io.tidemark.metric;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// What share of its final count a post is expected to have at an age: a log-normal rise with a slow tail,
/// `F(a) = (1
/// - tail) Φ(ln(a / halfLife) / sigma) + tail (1 - (1 + a / halfLife)^-1/2)`.
///
/// The shipped curves are priors, not measurements of an account; activity never uses learned ones, so that the
/// same readings always give the same days. Half-lives: X from Pfeffer, Matter and Sargsyan (2023), Facebook
/// from Spasojevic et al. (2015), Instagram, LinkedIn and YouTube in the order of magnitude of Graffius'
/// lifespan series. The others have no published figure and take that of the platform whose feed is most like
/// theirs: Threads, Bluesky and Mastodon (short messages in a fast feed) that of X; TikTok (recommended over
/// days) that of Instagram; Pinterest (found by search for months) that of YouTube.
///
/// @param halfLifeHours the age at which half of the rise is over
/// @param sigma the spread of the rise over the logarithm of the age
/// @param tail the share that comes with the slow tail
public record GrowthCurve(double halfLifeHours, double sigma, double tail) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double TAIL = 0.2;
    private static final GrowthCurve MESSAGES = new GrowthCurve(1.3, 1.6, TAIL);
    private static final GrowthCurve FACEBOOK = new GrowthCurve(2, 1.7, TAIL);
    private static final GrowthCurve RECOMMENDED = new GrowthCurve(19, 1.4, TAIL);
    private static final GrowthCurve LINKEDIN = new GrowthCurve(24, 1.4, TAIL);
    private static final GrowthCurve SEARCHED = new GrowthCurve(144, 1.5, TAIL);

    /// The shipped curve of a platform.
    public static GrowthCurve of(Platform platform) {
        return switch (platform) {
            case X, THREADS, BLUESKY, MASTODON -> MESSAGES;
            case FACEBOOK -> FACEBOOK;
            case INSTAGRAM, TIKTOK -> RECOMMENDED;
            case LINKEDIN -> LINKEDIN;
            case YOUTUBE, PINTEREST -> SEARCHED;
        };
    }

    /// The expected share at an age: 0 at publication and before, 1 never reached.
    public double fraction(double ageHours) {
        if (ageHours <= 0) {
            return 0;
        }
        double relative = ageHours / halfLifeHours;
        double rise = NORMAL.cumulativeProbability(Math.log(relative) / sigma);
        return (1 - tail) * rise + tail * (1 - 1 / Math.sqrt(1 + relative));
    }
}
