package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.Trends;
import io.tidemark.derive.RandomHistory.Step;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Rows;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What one would have answered then is answered now: what was recorded later is ignored, what was taken back later
/// still
/// counts.
class FramesAsOfTest {
    private static final int STEPS = 7;

    @Test
    void theAnswersOfEveryPastInstantAreThoseGivenThen() {
        replay(1, 8);
    }

    @Test
    @Tag("thorough")
    void theAnswersOfEveryPastInstantAreThoseGivenThenInManyHistories() {
        replay(100, 500);
    }

    private static void replay(long firstSeed, int count) {
        MutableClock clock = new MutableClock(RandomHistory.at(0));
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                Business business =
                        fixture.directory().createBusiness("b" + seed, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
                replay(seed, fixture.ledger(), business.id(), clock);
            }
        }
    }

    private static void replay(long seed, Ledger ledger, long business, MutableClock clock) {
        List<Step> steps = new RandomHistory(seed).steps(STEPS);
        Map<Step, Long> sources = new HashMap<>();
        Map<Instant, List<String>> answers = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Append append) {
                sources.put(append, append.to(ledger, business));
            } else if (step instanceof Step.Undo undo) {
                Long source = sources.remove(steps.get(undo.step()));
                if (source != null) {
                    ledger.undo(business, source);
                }
            }
            Instant now = clock.instant();
            answers.put(now, answers(ledger.frame(business), now));
            clock.advance(Duration.ofHours(18));
        }
        FramesAsOf past = new FramesAsOf(ledger);
        answers.forEach((instant, then) -> assertThat(answers(past.read(business, instant), instant))
                .as("seed %d as of %s", seed, instant)
                .isEqualTo(then));
    }

    private static List<String> answers(Frame frame, Instant now) {
        AnalyticsQuery all = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL));
        List<String> answers = new ArrayList<>();
        for (Basis.Choice basis : Basis.Choice.values()) {
            Stream.of(AnalyticsQuery.DEFAULT, all).map(query -> query.on(basis)).forEach(query -> {
                answers.add(timeless(Overview.compute(frame, query, now)));
                answers.add(timeless(Trends.compute(frame, query, Granularity.DAY, Set.of(), now)));
            });
        }
        for (StandardAge age : StandardAge.values()) {
            answers.add(age + ": " + atAge(frame, age));
        }
        answers.add("activity: " + rows(frame.activity()));
        return answers;
    }

    private static List<String> atAge(Frame frame, StandardAge age) {
        AgedPosts aged = frame.ages().at(age);
        return aged == null ? List.of("unknown") : rows(aged.posts());
    }

    private static List<String> rows(Rows rows) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder text =
                    new StringBuilder().append(rows.day(row)).append(' ').append(rows.account(row));
            for (Metric metric : Metric.values()) {
                text.append(' ').append(rows.value(row, metric));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /// The answer without the version and the instant that it is of.
    private static String timeless(Object answer) {
        return answer.toString().replaceAll("dataVersion=\\d+", "dataVersion=…").replaceAll("asOf=[^,\\]]+", "asOf=…");
    }
}
