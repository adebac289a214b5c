package io.tidemark.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFilterTest {
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    /// Posts 1 to 6: spring on 1, 2, 3; summer on 3, 4; beans on 2, 4, 5; 6 carries nothing.
    private static Frame frame() {
        FrameBuilder builder = new FrameBuilder("UTC").account(Platform.X).account(Platform.LINKEDIN);
        for (int post = 1; post <= 6; post++) {
            builder.post(
                    post % 2,
                    "2026-03-1" + post + "T10:00:00Z",
                    ContentType.TEXT,
                    MetricValues.of(Map.of(Metric.LIKES, (double) (1 << post))));
        }
        Frame plain = builder.build();
        List<FrameAccount> accounts = List.of(
                grouped(plain.accounts().get(0), "DACH", "Brand A"),
                grouped(plain.accounts().get(1), "Brand B"));
        Labels labels = Labels.of(
                List.of(
                        new Label(11, LabelKind.CAMPAIGN, "Spring"),
                        new Label(12, LabelKind.CAMPAIGN, "Summer: late"),
                        new Label(13, LabelKind.PRODUCT, "Beans"),
                        new Label(14, LabelKind.PRODUCT, "Unused")),
                Map.of(11L, new long[] {3, 1, 2}, 12L, new long[] {4, 3, 99}, 13L, new long[] {5, 4, 2}),
                List.of("Brand A", "Brand B", "Brand C", "DACH"),
                plain.posts());
        return new Frame(
                1, 42, plain.zone(), plain.weekStart(), null, null, accounts, plain.posts(), plain.days(), labels);
    }

    private static FrameAccount grouped(FrameAccount account, String... groups) {
        return new FrameAccount(
                account.id(), account.platform(), account.handle(), account.name(), true, List.of(groups), null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "campaign:spring | 1 2 3",
                "11 | 1 2 3",
                "campaign:SUMMER: LATE | 3 4",
                "campaign:Spring & 12 | 1 2 3 4",
                "campaign:Spring & product:Beans | 2",
                "not:campaign:Spring | 4 5 6",
                "not:11 & not:13 | 6",
                "none:campaign | 5 6",
                "none:campaign & campaign:Spring | 1 2 3 5 6",
                "none:campaign & none:product | 6",
                "none:market | 1 2 3 4 5 6",
                "product:Unused | ''",
                "campaign:Spring & not:12 | 1 2"
            })
    void labelsAreAlternativesWithinAKindAndAddUpAcrossKinds(String terms, String posts) {
        assertThat(posts(Map.of("label", List.of(terms.split(" & ", -1))))).isEqualTo(posts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dach | 2 4 6", "brand b | 1 3 5", "Brand B & DACH | 1 2 3 4 5 6", "Brand C | ''"})
    void groupsOfAccountsAreAlternatives(String groups, String posts) {
        assertThat(posts(Map.of("group", List.of(groups.split(" & ", -1))))).isEqualTo(posts);
    }

    @Test
    void aLabelOrGroupThatIsNotThereIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> posts(Map.of("label", List.of("not:campaign:Winter"))))
                .isInstanceOfSatisfying(
                        BadQuery.class, bad -> assertThat(bad.parameter()).isEqualTo("label"))
                .hasMessage("There is no label 'campaign:Winter': there are campaign:Spring, campaign:Summer: late,"
                        + " product:Beans, product:Unused.");
        assertThatThrownBy(() -> posts(Map.of("label", List.of("999")))).hasMessageContaining("'999'");
        assertThatThrownBy(() -> posts(Map.of("group", List.of("Brand Z"))))
                .hasMessage("There is no group 'Brand Z': there are Brand A, Brand B, Brand C, DACH.");
    }

    @Test
    void aLongListOfWhatThereIsIsCut() {
        List<String> names = IntStream.range(0, 1_000).mapToObj(i -> "g" + i).toList();

        BadQuery bad = BadQuery.unknownGroup("x".repeat(500), names);

        assertThat(bad.allowed()).hasSize(50);
        assertThat(bad).hasMessageEndingWith("g49 and 950 more.");
        assertThat(bad.getMessage()).hasSizeLessThan(700);
    }

    @Test
    void numbersCoverTheLabelledPostsOnly() {
        AnalyticsQuery query = QueryParameters.parse(Map.of("range", List.of("last_28_days"), "label", List.of("11")));

        OverviewAnswer answer = Overview.compute(frame(), query, NOW);

        assertThat(answer.period().basis()).isEqualTo(Basis.PUBLISHED);
        assertThat(Objects.requireNonNull(answer.metrics().get("likes")).value())
                .isEqualTo(2 + 4 + 8);
        assertThat(answer.published().posts().value()).isEqualTo(3);
    }

    private static String posts(Map<String, List<String>> parameters) {
        Frame frame = frame();
        View view = new View(frame, QueryParameters.parse(parameters).filters(), NOW);
        List<String> through = new ArrayList<>();
        for (int row = 0; row < frame.posts().size(); row++) {
            if (view.hasPost(row)) {
                through.add(Long.toString(frame.posts().id(row)));
            }
        }
        return String.join(" ", through);
    }
}
