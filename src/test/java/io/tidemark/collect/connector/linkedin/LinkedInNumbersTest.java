package io.tidemark.collect.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What answers of LinkedIn come to, and how exactly they are asked for.
class LinkedInNumbersTest {
    private static final TrackedAccount PAGE = new TrackedAccount(
            "urn:li:organization:2414183", "organization", AccountKey.ofHandle(Platform.LINKEDIN, "acme"), null);
    private static final TrackedAccount MEMBER =
            new TrackedAccount("urn:li:person:abC1", "member", AccountKey.ofHandle(Platform.LINKEDIN, "ada"), null);
    private static final String PAGE_URN = "urn%3Ali%3Aorganization%3A2414183";
    private static final LocalDate FIRST = LocalDate.parse("2025-11-08");
    private static final LocalDate LAST = LocalDate.parse("2025-11-14");
    private static final String WEEK = "(timeRange:(start:1762560000000,end:1763164800000),timeGranularityType:DAY)";
    private static final String DATES = "(start:(day:8,month:11,year:2025),end:(day:15,month:11,year:2025))";

    private final CannedApi api = new CannedApi();
    private final LinkedIn linkedIn = new LinkedIn(ConnectorSettings.DEFAULT, InstantSource.fixed(CannedApi.NOW));

    @Test
    void asksForStatisticsOfPostsWithRawLists() {
        api.answer("""
                {"elements":[
                  {"share":"urn:li:share:1","organizationalEntity":"urn:li:organization:2414183",
                   "totalShareStatistics":{"impressionCount":900,"uniqueImpressionsCount":610,"clickCount":31,
                     "likeCount":-1,"commentCount":"1","shareCount":0,"engagement":0.0489}},
                  {"ugcPost":"urn:li:ugcPost:3",
                   "totalShareStatistics":{"impressionCount":5,"uniqueImpressionsCounts":4}}]}
                """);

        Map<String, PostReading> read =
                read("statistics", old("urn:li:share:1"), old("urn:li:share:2"), old("urn:li:ugcPost:3"));

        assertThat(api.targets())
                .containsExactly(
                        "/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity="
                                + PAGE_URN
                                + "&shares=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2)&ugcPosts=List(urn%3Ali%3AugcPost%3A3)");
        assertThat(read)
                .as("what is left out says nothing")
                .containsOnlyKeys("urn:li:share:1", "urn:li:ugcPost:3")
                .containsEntry(
                        "urn:li:share:1",
                        values(Map.of(
                                Metric.IMPRESSIONS, 900.0,
                                Metric.REACH, 610.0,
                                Metric.CLICKS, 31.0,
                                Metric.REACTIONS, -1.0,
                                Metric.COMMENTS, 1.0,
                                Metric.SHARES, 0.0)))
                .containsEntry("urn:li:ugcPost:3", values(Map.of(Metric.IMPRESSIONS, 5.0, Metric.REACH, 4.0)));
    }

    @Test
    void takesALeftOutPostForQuietOnlyWhereItIsYoungAndNothingWasTold() {
        api.answer("{\"elements\":[]}");
        PostRef quiet = new PostRef("urn:li:share:1", "share/text", CannedApi.NOW.minus(Duration.ofDays(6)), false);
        PostRef told = new PostRef("urn:li:share:2", "share/text", CannedApi.NOW.minus(Duration.ofDays(1)), true);
        PostRef grown = new PostRef("urn:li:share:3", "share/text", CannedApi.NOW.minus(Duration.ofDays(8)), false);

        assertThat(read("statistics", quiet, told, grown))
                .containsOnlyKeys("urn:li:share:1")
                .containsEntry(
                        "urn:li:share:1",
                        values(Map.of(
                                Metric.IMPRESSIONS, 0.0,
                                Metric.REACH, 0.0,
                                Metric.CLICKS, 0.0,
                                Metric.REACTIONS, 0.0,
                                Metric.COMMENTS, 0.0,
                                Metric.SHARES, 0.0)));
    }

    @Test
    void addsUpReactionsAndReadsErrorsOfSinglePosts() {
        api.answer("""
                {"results":{
                   "urn:li:ugcPost:1":{"reactionSummaries":{"LIKE":{"reactionType":"LIKE","count":40},
                       "PRAISE":{"count":6},"EMPATHY":{"count":"3"}},"commentSummary":{"count":12,"topLevelCount":9}},
                   "urn:li:share:2":{"reactionSummaries":{},"commentSummary":{"count":0}},
                   "urn:li:share:3":{"commentsState":"OPEN"}},
                 "statuses":{"urn:li:ugcPost:1":200},
                 "errors":{"urn:li:share:4":{"status":404},"urn:li:share:5":{"status":403},
                   "urn:li:share:6":{"status":500}}}
                """);

        assertThat(read("metadata", old("urn:li:ugcPost:1"), old("urn:li:share:2")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "urn:li:ugcPost:1", values(Map.of(Metric.REACTIONS, 49.0, Metric.COMMENTS, 12.0)),
                        "urn:li:share:2", values(Map.of(Metric.REACTIONS, 0.0, Metric.COMMENTS, 0.0)),
                        "urn:li:share:3", values(Map.of()),
                        "urn:li:share:4", new PostReading.Gone(),
                        "urn:li:share:5",
                                new PostReading.Values(
                                        MetricValues.NONE,
                                        Map.of(
                                                Metric.REACTIONS, Absence.NOT_PERMITTED,
                                                Metric.COMMENTS, Absence.NOT_PERMITTED))));
        assertThat(api.targets())
                .containsExactly("/rest/socialMetadata?ids=List(urn%3Ali%3AugcPost%3A1,urn%3Ali%3Ashare%3A2)");
    }

    @Test
    void readsWatchedMillisecondsAsSeconds() {
        api.answer("{\"elements\":[{\"statisticsType\":\"TIME_WATCHED_FOR_VIDEO_VIEWS\",\"value\":1234500}]}");
        Map<String, PostReading> read = linkedIn.readPosts(
                api,
                PAGE,
                route("video"),
                List.of(new PostRef("urn:li:ugcPost:1", "ugcPost/video", CannedApi.NOW)),
                Set.of("TIME_WATCHED_FOR_VIDEO_VIEWS"));

        assertThat(read).containsEntry("urn:li:ugcPost:1", values(Map.of(Metric.WATCH_TIME_SECONDS, 1234.5)));
        assertThat(api.targets())
                .containsExactly(
                        "/rest/videoAnalytics?q=entity&entity=urn%3Ali%3AugcPost%3A1&type=TIME_WATCHED_FOR_VIDEO_VIEWS&aggregation=ALL");
        PostRoute video = route("video");
        assertThat(video.takes(new PostRef("urn:li:ugcPost:1", "ugcPost/video", CannedApi.NOW), CannedApi.NOW))
                .isTrue();
        assertThat(video.takes(new PostRef("urn:li:ugcPost:1", "ugcPost/poll", CannedApi.NOW), CannedApi.NOW))
                .isFalse();
    }

    @Test
    void asksForOneMetricOfAPersonsPostInEachCallAndNamesTheRefusedOne() {
        api.answer("""
                {"elements":[{"count":132,"metricType":"IMPRESSION","targetEntity":{"ugc":"urn:li:ugcPost:1"}}]}
                """).answer("""
                {"elements":[{"count":7,"metricType":{"com.linkedin.Type":"POST_SAVE"}}]}
                """).fail(new Fault.MetricRefused(Saying.asItCame("no"), Set.of()));

        assertThat(member("urn:li:ugcPost:1", "POST_SAVE", "IMPRESSION"))
                .containsEntry("urn:li:ugcPost:1", values(Map.of(Metric.IMPRESSIONS, 132.0, Metric.SAVES, 7.0)));
        assertThatThrownBy(() -> member("urn:li:share:2", "LINK_CLICKS"))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isEqualTo(new Fault.MetricRefused(Saying.asItCame("no"), Set.of("LINK_CLICKS"))));
        assertThat(api.targets())
                .containsExactly(
                        "/rest/memberCreatorPostAnalytics?q=entity&entity=(ugc:urn%3Ali%3AugcPost%3A1)&queryType=IMPRESSION&aggregation=TOTAL",
                        "/rest/memberCreatorPostAnalytics?q=entity&entity=(ugc:urn%3Ali%3AugcPost%3A1)&queryType=POST_SAVE&aggregation=TOTAL",
                        "/rest/memberCreatorPostAnalytics?q=entity&entity=(share:urn%3Ali%3Ashare%3A2)&queryType=LINK_CLICKS&aggregation=TOTAL");
    }

    @Test
    void readsDaysOfAPage() {
        api.answer("""
                {"elements":[{"timeRange":{"start":1762560000000,"end":1762646400000},
                  "followerGains":{"organicFollowerGain":41,"paidFollowerGain":-2}},
                 {"timeRange":{"start":1762646400000,"end":1762732800000},"followerGains":{"organicFollowerGain":3}}]}
                """).answer("""
                {"elements":[{"timeRange":{"start":1762560000000,"end":1762646400000},"totalPageStatistics":
                  {"views":{"allPageViews":{"pageViews":120,"uniquePageViews":80}}}}]}
                """).answer("""
                {"elements":[{"timeRange":{"start":1762560000000,"end":1762646400000},"totalShareStatistics":
                  {"impressionCount":5112,"uniqueImpressionsCount":3010,"likeCount":-3}}]}
                """);

        assertThat(days(PAGE, "page_follows"))
                .containsExactly(
                        new DayReading(FIRST, MetricValues.of(Map.of(Metric.FOLLOWS, 39.0))),
                        new DayReading(FIRST.plusDays(1), MetricValues.NONE));
        assertThat(days(PAGE, "page_visits"))
                .containsExactly(new DayReading(FIRST, MetricValues.of(Map.of(Metric.PROFILE_VISITS, 120.0))));
        assertThat(days(PAGE, "page_shares"))
                .containsExactly(new DayReading(
                        FIRST,
                        MetricValues.of(
                                Map.of(Metric.IMPRESSIONS, 5112.0, Metric.REACH, 3010.0, Metric.REACTIONS, -3.0))));
        assertThat(days(PAGE, "member_posts")).isEmpty();
        assertThat(api.targets())
                .containsExactly(
                        "/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity="
                                + PAGE_URN + "&timeIntervals=" + WEEK,
                        "/rest/organizationPageStatistics?q=organization&organization=" + PAGE_URN + "&timeIntervals="
                                + WEEK,
                        "/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity="
                                + PAGE_URN + "&timeIntervals=" + WEEK);
    }

    @Test
    void readsDaysOfAPerson() {
        String day =
                "\"dateRange\":{\"start\":{\"day\":8,\"month\":11,\"year\":2025},\"end\":{\"day\":9,\"month\":11,\"year\":2025}}";
        api.answer("{\"elements\":[{\"count\":4,\"metricType\":\"COMMENT\"," + day + "}]}")
                .answer("{\"elements\":[{\"count\":90,\"metricType\":\"IMPRESSION\"," + day + "}]}")
                .answer("{\"elements\":[{\"memberFollowersCount\":6," + day + "}]}");

        assertThat(linkedIn.readDays(
                        api, MEMBER, dayRoute("member_posts"), FIRST, LAST, Set.of("IMPRESSION", "COMMENT")))
                .containsExactly(
                        new DayReading(FIRST, MetricValues.of(Map.of(Metric.COMMENTS, 4.0, Metric.IMPRESSIONS, 90.0))));
        assertThat(days(MEMBER, "member_follows"))
                .containsExactly(new DayReading(FIRST, MetricValues.of(Map.of(Metric.FOLLOWS, 6.0))));
        assertThat(days(MEMBER, "page_visits")).isEmpty();
        assertThat(api.targets())
                .containsExactly(
                        "/rest/memberCreatorPostAnalytics?q=me&queryType=COMMENT&aggregation=DAILY&dateRange=" + DATES,
                        "/rest/memberCreatorPostAnalytics?q=me&queryType=IMPRESSION&aggregation=DAILY&dateRange="
                                + DATES,
                        "/rest/memberFollowersCount?q=dateRange&dateRange=" + DATES);
    }

    @Test
    void readsFollowersByEitherSpellingAndWhoTheyAre() {
        api.answer("""
                {"results":{"2414183":{"id":2414183,"localizedName":"Acme Inc","vanityName":"acme"}}}
                """)
                .fail(new Fault.MetricRefused(Saying.answers("LinkedIn", "400", ""), Set.of()))
                .answer("{\"firstDegreeSize\":219145}")
                .answer("""
                {"elements":[{"followerCountsBySeniority":[
                    {"seniority":"urn:li:seniority:3","followerCounts":{"organicFollowerCount":9,"paidFollowerCount":1}}],
                  "followerCountsByGeo":[{"geo":"urn:li:geo:7","followerCounts":{"organicFollowerCount":5}},
                    {"geo":"urn:li:geo:8","followerCounts":{}}]}]}
                """);

        AccountReading reading = linkedIn.readAccount(api, PAGE);

        assertThat(reading.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 219145.0)));
        assertThat(reading.parts())
                .containsExactly(
                        new AccountReading.Part("location", "urn:li:geo:7", "followers", 5),
                        new AccountReading.Part("seniority", "urn:li:seniority:3", "followers", 9));
        assertThat(reading.key().handle()).isEqualTo("acme");
        assertThat(reading.key().name()).isEqualTo("Acme Inc");
        assertThat(api.targets())
                .contains(
                        "/rest/networkSizes/" + PAGE_URN + "?edgeType=COMPANY_FOLLOWED_BY_MEMBER",
                        "/rest/networkSizes/" + PAGE_URN + "?edgeType=CompanyFollowedByMember");
    }

    @Test
    void refusesAnAnswerOfAnotherShape() {
        api.answer("{\"data\":[]}").answer("{\"elements\":[{\"totalShareStatistics\":{}}]}");
        assertUnreadable(() -> read("statistics", old("urn:li:share:1")));
        assertUnreadable(() -> days(PAGE, "page_shares"));
    }

    private static void assertUnreadable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    private Map<String, PostReading> read(String route, PostRef... posts) {
        return linkedIn.readPosts(api, PAGE, route(route), List.of(posts), Set.of());
    }

    private Map<String, PostReading> member(String post, String... metrics) {
        PostRef ref = new PostRef(post, "member/share", CannedApi.NOW);
        return linkedIn.readPosts(api, MEMBER, route("member"), List.of(ref), Set.of(metrics));
    }

    private List<DayReading> days(TrackedAccount account, String route) {
        return linkedIn.readDays(api, account, dayRoute(route), FIRST, LAST, Set.of());
    }

    private PostRoute route(String name) {
        return linkedIn.postRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private DayRoute dayRoute(String name) {
        return linkedIn.dayRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PostRef old(String urn) {
        return new PostRef(urn, "share/text", CannedApi.NOW.minus(Duration.ofDays(100)));
    }

    private static PostReading values(Map<Metric, Double> values) {
        return new PostReading.Values(MetricValues.of(values));
    }
}
