package io.tidemark.collect.connector.x;

import static io.tidemark.collect.connector.x.XSamples.ACME;
import static io.tidemark.collect.connector.x.XSamples.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.ScriptedApi;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XConnectorTest {
    private static final String ME = """
            {"data":{"id":"2244994945","name":"Acme & Sons","username":"Acme",
             "public_metrics":{"followers_count":1204,"following_count":80,"tweet_count":3120,"listed_count":12}}}""";

    private final ScriptedApi api = new ScriptedApi();
    private final XConnector x = XSamples.connector();
    private final PostRoute open = x.postRoutes().getFirst();
    private final PostRoute ofAuthor = x.postRoutes().getLast();

    private Map<String, PostReading> read(PostRoute route, String... ids) {
        return x.readPosts(
                api, ACME, route, List.of(ids).stream().map(XSamples::ref).toList(), route.metrics());
    }

    @Test
    void theSignInShowsItsAccountAsFilesNameIt() {
        api.answer(ME);

        FoundAccount found = x.accounts(api, null).items().getFirst();

        assertThat(found.account().externalId()).isEqualTo("2244994945");
        assertThat(found.key().handle()).isEqualTo("Acme");
        assertThat(found.key().name()).isEqualTo("Acme & Sons");
        assertThat(found.key().aliases())
                .containsExactly(new Alias("x:id", "2244994945"), new Alias("x:handle", "acme"));
        assertThat(found.obstacle()).isNull();
    }

    @Test
    void followersAreReadWhereTheyAreTold() {
        api.answer(ME).answer(ME.replace("\"followers_count\":1204", "\"followers_count\":null"));

        AccountReading told = x.readAccount(api, ACME);
        AccountReading untold = x.readAccount(api, ACME);

        assertThat(told.levels()).isEqualTo(MetricValues.of(Map.of(Metric.FOLLOWERS, 1204.0)));
        assertThat(untold.levels().isEmpty()).isTrue();
    }

    @Test
    void theSignInOfAnotherAccountIsNotTakenForThisOne() {
        api.answer(ME.replace("2244994945", "17"));

        assertThatThrownBy(() -> x.readAccount(api, ACME))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotPermitted.class))
                .hasMessage("The sign-in is of @Acme, not of @acme: sign in to X as @acme.");
    }

    @Test
    void anAnswerWithoutAnAccountIsUnreadable() {
        api.answer("{\"data\":{\"name\":\"Acme\"}}");

        assertThatThrownBy(() -> x.accounts(api, null)).isInstanceOf(CallFailed.class);
    }

    @Test
    void whatIsGoneIsToldFromWhatMayNotBeSeen() {
        api.answer("""
                {"data":[{"id":"1","edit_history_tweet_ids":["1"],"created_at":"2010-01-01T00:00:00.000Z","public_metrics":{"like_count":3}}],
                 "errors":[
                  {"resource_id":"2","value":"2","parameter":"ids","resource_type":"tweet","title":"Not Found Error",
                   "type":"https://api.x.com/2/problems/resource-not-found"},
                  {"resource_id":"3","value":"3","parameter":"ids","title":"Authorization Error",
                   "type":"https://api.x.com/2/problems/not-authorized-for-resource"},
                  {"resource_id":"4","title":"Unavailable","type":"https://api.x.com/2/problems/resource-unavailable"},
                  {"value":"6","parameter":"ids","title":"Not Found Error",
                   "type":"https://api.x.com/2/problems/resource-not-found"}]}""");

        Map<String, PostReading> readings = read(open, "1", "2", "3", "4", "5", "6");

        assertThat(readings)
                .containsOnly(
                        Map.entry("1", new PostReading.Values(MetricValues.of(Map.of(Metric.LIKES, 3.0)))),
                        Map.entry("2", new PostReading.Gone()),
                        Map.entry("6", new PostReading.Gone()));
        assertThat(api.parameters(0)).containsEntry("ids", "1,2,3,4,5,6");
        assertThat(api.requests().getFirst().resources()).isEqualTo(6);
    }

    @Test
    void aVersionThatWasEditedSinceSaysNothing() {
        api.answer("""
                {"data":[{"id":"1861000000000000001","edit_history_tweet_ids":["1861000000000000001","1861000000000000002"],
                  "public_metrics":{"like_count":3}}]}""");

        assertThat(read(open, "1861000000000000001")).isEmpty();
    }

    @Test
    void refusedNumbersOfTheAuthorHaveAReason() {
        String answer = """
                {"data":[{"id":"1861000000000000001"},{"id":"1861000000000000002","non_public_metrics":{"url_link_clicks":0}}],
                 "errors":[{"resource_id":"1861000000000000001","field":"non_public_metrics","title":"Field Authorization Error",
                   "type":"https://api.x.com/2/problems/not-authorized-for-field"}]}""";
        api.answer(answer).answer(answer).answer(answer.replace("not-authorized-for-field", "field-hydration-failure"));

        Map<String, PostReading> readings = read(ofAuthor, "1861000000000000001", "1861000000000000002");
        PostRef old = new PostRef("1861000000000000001", "text", ScriptedApi.NOW.minus(Duration.ofDays(31)));
        Map<String, PostReading> late = x.readPosts(api, ACME, ofAuthor, List.of(old), ofAuthor.metrics());
        Map<String, PostReading> lost = read(ofAuthor, "1861000000000000001", "1861000000000000002");

        assertThat(readings.get("1861000000000000001"))
                .isEqualTo(new PostReading.Values(
                        MetricValues.NONE,
                        Map.of(
                                Metric.LINK_CLICKS, Absence.NOT_PERMITTED,
                                Metric.PROFILE_VISITS, Absence.NOT_PERMITTED,
                                Metric.NATIVE_ENGAGEMENTS, Absence.NOT_PERMITTED)));
        assertThat(readings.get("1861000000000000002"))
                .isEqualTo(new PostReading.Values(MetricValues.of(Map.of(Metric.LINK_CLICKS, 0.0))));
        assertThat(late.get("1861000000000000001"))
                .isInstanceOfSatisfying(
                        PostReading.Values.class,
                        values -> assertThat(values.absences()).containsEntry(Metric.LINK_CLICKS, Absence.EXPIRED));
        assertThat(lost).containsOnlyKeys("1861000000000000002");
    }

    @Test
    void numbersOfTheAuthorEndWithTheTwentyNinthDay() {
        PostRef young = new PostRef("1", "text", ScriptedApi.NOW.minus(Duration.ofDays(28)));
        PostRef old = new PostRef("1", "text", ScriptedApi.NOW.minus(Duration.ofDays(29)));

        assertThat(ofAuthor.takes(young, ScriptedApi.NOW)).isTrue();
        assertThat(ofAuthor.takes(old, ScriptedApi.NOW)).isFalse();
        assertThat(open.takes(old, ScriptedApi.NOW)).isTrue();
        assertThat(open.batch()).isEqualTo(100);
    }

    @Test
    void onlyWhatIsAskedOfARouteIsAskedOfX() {
        api.answer("{\"data\":[]}");

        x.readPosts(api, ACME, open, List.of(ref("1")), Set.of(Groups.PUBLIC));

        assertThat(api.parameters(0)).doesNotContainKey("media.fields").doesNotContainKey("expansions");
    }

    @Test
    void pricesNameTheirEndpoints() {
        assertThat(x.prices())
                .extracting("endpoint", "microDollarsPerResource", "oncePerUtcDay")
                .containsExactly(
                        tuple("GET /2/users/me", 10_000L, true),
                        tuple("GET /2/users/:id/tweets", 5_000L, true),
                        tuple("GET /2/tweets", 5_000L, true));
    }
}
