package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryParametersTest {
    @Test
    void withoutParametersTheDefaultsHold() {
        assertThat(QueryParameters.parse(Map.of())).isEqualTo(AnalyticsQuery.DEFAULT);
        assertThat(QueryParameters.parse(Map.of("range", List.of(" ")))).isEqualTo(AnalyticsQuery.DEFAULT);
    }

    @Test
    void everyParameterIsRead() {
        AnalyticsQuery query = QueryParameters.parse(Map.of(
                "range", List.of("last_month"),
                "platform", List.of("x", "linkedin"),
                "account_id", List.of("7"),
                "content_type", List.of("reel"),
                "boosted", List.of("no", "unknown"),
                "basis", List.of("published"),
                "compare", List.of("previous_year"),
                "engagement", List.of("with_clicks"),
                "er_by", List.of("followers")));

        assertThat(query)
                .isEqualTo(new AnalyticsQuery(
                        new PeriodChoice.Named(Range.LAST_MONTH),
                        new Filters(
                                Set.of(Platform.X, Platform.LINKEDIN),
                                Set.of(7L),
                                Set.of(ContentType.REEL),
                                Set.of(Boosted.NO, Boosted.UNKNOWN)),
                        Basis.Choice.PUBLISHED,
                        Comparison.of(Comparison.Rule.PREVIOUS_YEAR),
                        Engagement.WITH_CLICKS,
                        Denominator.FOLLOWERS));
    }

    @Test
    void aValueThatIsNotAllowedIsRefusedWithWhatIs() {
        assertThatThrownBy(() -> QueryParameters.parse(Map.of("platform", List.of("x", "myspace"))))
                .isInstanceOfSatisfying(BadQuery.class, refused -> {
                    assertThat(refused.parameter()).isEqualTo("platform");
                    assertThat(refused.allowed()).contains("linkedin", "mastodon");
                    assertThat(refused).hasMessageStartingWith("'myspace' is not a value of platform");
                });
        assertThatThrownBy(() -> QueryParameters.parse(Map.of("account_id", List.of("acme"))))
                .hasMessage("'acme' is not a value of account_id: give a positive whole number.");
        assertThatThrownBy(() -> QueryParameters.parse(Map.of("basis", List.of("auto", "activity"))))
                .hasMessage("The parameter basis may be given once only.");
    }

    @Test
    void whatTheBusinessHasSettledHoldsWhereTheQuestionDoesNotSay() {
        AnalyticsQuery.Defaults settled =
                new AnalyticsQuery.Defaults(Engagement.WITH_CLICKS, Map.of(Platform.LINKEDIN, Denominator.REACH));

        AnalyticsQuery silent = QueryParameters.parse(Map.of(), settled);
        AnalyticsQuery saying =
                QueryParameters.parse(Map.of("engagement", List.of("public"), "er_by", List.of("followers")), settled);

        assertThat(silent.engagement()).isEqualTo(Engagement.WITH_CLICKS);
        assertThat(silent.denominator(Platform.LINKEDIN)).isEqualTo(Denominator.REACH);
        assertThat(silent.denominator(Platform.YOUTUBE)).isEqualTo(Denominator.VIDEO_VIEWS);
        assertThat(silent.on(Basis.Choice.PUBLISHED).denominator(Platform.LINKEDIN))
                .isEqualTo(Denominator.REACH);
        assertThat(saying.engagement()).isEqualTo(Engagement.PUBLIC);
        assertThat(saying.denominator(Platform.LINKEDIN)).isEqualTo(Denominator.FOLLOWERS);
    }
}
