package io.tidemark.analytics.insight.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.frame.Frame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final int DAYS = 300;
    private static final int POSTS = 240;

    @Test
    void whereNothingHappensFewFeedsClaimAnything() {
        int accounts = 30;

        List<FeedAnswer> answers = IntStream.range(0, accounts)
                .mapToObj(seed -> feed(NullBusiness.of(seed, DAYS, POSTS)).answer())
                .toList();
        long claiming = answers.stream()
                .filter(answer -> answer.insights().stream().anyMatch(FeedEntry::claim))
                .count();

        assertThat(answers).allMatch(answer -> answer.leftOut().tested() >= 5);
        // One in ten on the average; more than six of thirty happens to one in a hundred samples.
        assertThat(claiming).isLessThanOrEqualTo(6);
    }

    @Test
    void everyFeedAnswersEachQuestionOnceAndTheBestComesFirst() {
        for (int seed = 0; seed < 10; seed++) {
            List<FeedEntry> entries =
                    feed(NullBusiness.of(seed, DAYS, POSTS)).answer().insights();

            assertThat(entries).extracting(entry -> Topic.of(entry.insight())).doesNotHaveDuplicates();
            assertThat(entries).extracting(FeedEntry::id).doesNotHaveDuplicates();
            assertThat(entries)
                    .extracting(entry -> entry.worth().value())
                    .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }
    }

    @Test
    void theSameDataGivesTheSameAnswer() {
        Frame frame = NullBusiness.of(3, DAYS, POSTS);

        assertThat(feed(frame).answer()).isEqualTo(feed(frame).answer());
    }

    @Test
    void whatIsRememberedIsFoundAgainAndNothingElse() {
        int remembered = 0;
        for (int seed = 0; seed < 5; seed++) {
            Frame frame = NullBusiness.of(seed, DAYS, POSTS);

            Feed.Kept first = feed(frame).answer(Memory.EMPTY);
            Feed.Kept second = feed(frame).answer(first.memory());

            assertThat(second.memory().all())
                    .containsExactlyInAnyOrderElementsOf(first.memory().all());
            assertThat(second.answer()).isEqualTo(first.answer());
            remembered += first.memory().all().size();
        }
        assertThat(remembered).isPositive();
    }

    private static Feed feed(Frame frame) {
        return Feed.of(frame, AnalyticsQuery.DEFAULT, NullBusiness.NOW);
    }
}
