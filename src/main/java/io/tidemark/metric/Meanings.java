package io.tidemark.metric;

/// What the numbers that platforms give are, in plain words. A platform may draw a line elsewhere than another does:
/// its own names are in the [Dictionary].
final class Meanings {
    private Meanings() {}

    static String of(Metric metric) {
        return switch (metric) {
            case IMPRESSIONS ->
                "How often posts were shown, as each platform counts it; Instagram and Facebook call it views. A person"
                        + " counts every time.";
            case IMPRESSIONS_ORGANIC -> "How often posts were shown without being paid for.";
            case IMPRESSIONS_PAID -> "How often posts were shown because somebody paid for it.";
            case REACH ->
                "How many different people saw something, as each platform estimates it. Not added over posts, days or"
                        + " accounts, since the same people may be among them again.";
            case VIDEO_VIEWS ->
                "How often videos were watched, as each platform counts it: some count from the first frame, some only"
                        + " after seconds.";
            case VIDEO_VIEWS_3S -> "How often videos were watched for three seconds or more.";
            case ENGAGED_VIEWS ->
                "How often people went on to watch a video after its first moments, as the platform counts it.";
            case WATCH_TIME_SECONDS -> "How long videos were watched, all views together.";
            case LIKES -> "Likes that people gave, less those that they took back.";
            case REACTIONS ->
                "Likes and other reactions that people gave, less those that they took back, where a platform has"
                        + " several kinds.";
            case COMMENTS -> "Comments and replies on posts, less those that were removed.";
            case SHARES ->
                "How often people passed posts on, as each platform counts it. Reposts and quotes are among them unless"
                        + " the platform counts them separately.";
            case REPOSTS -> "How often people passed posts on as they are, less those that they took back.";
            case QUOTES -> "How often people passed posts on with words of their own.";
            case SAVES -> "How often people saved or bookmarked posts, less those that they took back.";
            case CLICKS -> "Clicks on posts of whatever kind, as each platform counts them.";
            case LINK_CLICKS -> "Clicks on links that lead away from the platform.";
            case PROFILE_VISITS -> "How often people opened the account's own page.";
            case FOLLOWS -> "People who began to follow.";
            case NATIVE_ENGAGEMENTS ->
                "What the platform itself sums up as engagement. Each adds up other things, so platforms do not compare"
                        + " by it.";
            case FOLLOWERS ->
                "How many follow the accounts, as last read up to the end of the period. A person who follows several"
                        + " of them counts several times.";
        };
    }
}
