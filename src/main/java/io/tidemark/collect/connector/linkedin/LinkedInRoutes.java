package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.PostRoute;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The ways to LinkedIn's numbers.
///
/// Of two routes that tell the same number of a post the earlier one counts: reactions and comments are those of the
/// metadata, and those of the statistics only where the metadata may not be read.
final class LinkedInRoutes {
    static final String METADATA = "metadata";
    static final String STATISTICS = "statistics";
    static final String VIDEO = "video";
    static final String MEMBER = "member";
    static final String PAGE_SHARES = "page_shares";
    static final String PAGE_FOLLOWS = "page_follows";
    static final String PAGE_VISITS = "page_visits";
    static final String MEMBER_POSTS = "member_posts";
    static final String MEMBER_FOLLOWS = "member_follows";

    /// Addresses must stay below about 4 kB.
    private static final int BATCH = 40;
    /// Numbers are of the last twelve months: those of an older post fall as its first days leave them.
    private static final Duration WHOLE_UNTIL = Duration.ofDays(330);
    /// Views of videos are kept for six months.
    private static final Duration VIDEO_UNTIL = Duration.ofDays(180);

    private static final int DAYS_PER_CALL = 90;
    private static final int DAYS_KEPT = 365;
    private static final int NEWEST_DAY = 2;

    private LinkedInRoutes() {}

    static List<PostRoute> posts(ConnectorSettings settings) {
        Set<String> ofVideos = settings.set("video-metrics", VideoAnalytics.VIEWS + "," + VideoAnalytics.WATCHED);
        Set<String> ofMembers = ofMembers(settings, "member-metrics", MemberAnalytics.OF_POSTS);
        return List.of(
                new PostRoute(METADATA, BATCH, Set.of(), PostKinds::isOfPage, null),
                new PostRoute(STATISTICS, BATCH, Set.of(), PostKinds::isOfPage, WHOLE_UNTIL),
                new PostRoute(VIDEO, 1, ofVideos, PostKinds::isVideo, VIDEO_UNTIL),
                new PostRoute(MEMBER, 1, ofMembers, PostKinds::isOfMember, null));
    }

    static List<DayRoute> days(ConnectorSettings settings) {
        return List.of(
                day(PAGE_SHARES, Set.of()),
                day(PAGE_FOLLOWS, Set.of()),
                day(PAGE_VISITS, Set.of()),
                day(MEMBER_POSTS, ofMembers(settings, "member-day-metrics", MemberAnalytics.OF_DAYS)),
                day(MEMBER_FOLLOWS, Set.of()));
    }

    private static Set<String> ofMembers(ConnectorSettings settings, String name, String shipped) {
        return MemberAnalytics.known(name, settings.set(name, shipped));
    }

    private static DayRoute day(String name, Set<String> metrics) {
        return new DayRoute(name, metrics, DAYS_PER_CALL, DAYS_KEPT, NEWEST_DAY);
    }
}
