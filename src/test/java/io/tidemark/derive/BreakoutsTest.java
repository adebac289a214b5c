package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.performance.ExpectedAt;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.analytics.insight.performance.Performances;
import io.tidemark.derive.GrowingPosts.Grown;
import io.tidemark.frame.Frame;
import io.tidemark.frame.PostGrowth;
import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.BreakoutBook;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakoutsTest {
    private final GrowingPosts posts = new GrowingPosts();
    private final BreakoutBook book = new BreakoutBook(posts.fixture.database());
    private final long business = posts.fixture.business().id();

    @AfterEach
    void close() {
        posts.close();
    }

    @Test
    void aPostThatOutgrowsItsKindIsSaidToBreakOutOnce() {
        posts.history(40);
        Instant published = posts.clock.instant();
        Grown hit = new Grown("hit", published, 900);
        Grown usual = new Grown("usual", published, 110);

        for (double age : new double[] {1, 3, 6, 12, 24, 48}) {
            posts.until(published.plus(Duration.ofMinutes(Math.round(age * 60))));
            posts.read(sink -> {
                sink.accept(hit.at(age));
                sink.accept(usual.at(age));
            });
        }

        assertThat(said())
                .filteredOn(said -> said.level() == Breakout.Level.ALERT)
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.chance()).isGreaterThanOrEqualTo(0.8);
                    assertThat(said.engagement()).isGreaterThan(2.5 * said.expected());
                    assertThat(said.usual()).isBetween(80.0, 120.0);
                    assertThat(said.settlesAt()).isBetween(300.0, 1_200.0);
                    assertThat(said.history()).isEqualTo(40);
                    assertThat(said.settled()).isNull();
                    assertThat(said.handle()).isEqualTo("acme");
                });
        assertThat(said())
                .extracting(Breakout::postId)
                .containsOnly(said().getFirst().postId());
    }

    @Test
    void whatCameOfItIsKnownOnceThePostHasSettled() {
        posts.history(40);
        Instant published = posts.clock.instant();
        Grown hit = new Grown("hit", published, 900);
        posts.clock.advance(Duration.ofHours(24));
        posts.read(sink -> sink.accept(hit.at(24)));
        posts.until(published.plus(Duration.ofDays(29)));
        posts.read(sink -> sink.accept(hit.at(29 * 24)));
        assertThat(said())
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.settled()).isNull());
        assertThat(book.openAlerts(business, published)).hasSize(1);

        posts.until(published.plus(Duration.ofDays(31)));
        posts.read(sink -> sink.accept(hit.at(31 * 24)));

        assertThat(said())
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.settled()).isCloseTo(900, within(10.0)));
        assertThat(book.openAlerts(business, published)).isEmpty();
        assertThat(book.all(business, published.plus(Duration.ofDays(30))))
                .allSatisfy(
                        said -> assertThat(said.settled()).as("as of before").isNull());
        assertThat(book.all(business, published)).isEmpty();
    }

    @Test
    void itTakesEnoughPostsToKnowWhatIsUsual() {
        posts.history(14);
        Grown hit = new Grown("hit", posts.clock.instant(), 5_000);
        posts.clock.advance(Duration.ofHours(24));

        posts.read(sink -> sink.accept(hit.at(24)));

        assertThat(said()).isEmpty();
    }

    @Test
    void boostedPostsStoriesAndOldReadingsRaiseNoAlarm() {
        posts.history(40);
        Instant published = posts.clock.instant();
        Instant earlier = published.minus(Duration.ofDays(5));
        posts.clock.advance(Duration.ofHours(24));

        posts.read(sink -> {
            sink.accept(new Grown("paid", published, 5_000, Placement.FEED, Boosted.YES).at(24));
            sink.accept(new Grown("story", published, 5_000, Placement.STORY, Boosted.NO).at(23));
            sink.accept(new Grown("late", earlier, 5_000).at(24));
        });

        assertThat(said()).isEmpty();
    }

    @Test
    void whatRestsOnASourceThatIsTakenBackIsNotSaid() {
        posts.history(40);
        Grown hit = new Grown("hit", posts.clock.instant(), 900);
        posts.clock.advance(Duration.ofHours(24));
        long source = posts.read(sink -> sink.accept(hit.at(24)));
        assertThat(said()).isNotEmpty();

        posts.fixture.ledger().undo(business, source);

        assertThat(said()).isEmpty();
    }

    @Test
    void theFrameTellsHowThePostDoesForItsAge() {
        posts.history(40);
        Instant published = posts.clock.instant();
        posts.clock.advance(Duration.ofHours(6));
        posts.read(sink -> {
            sink.accept(new Grown("hit", published, 900).at(6));
            sink.accept(new Grown("usual", published, 100).at(6));
        });
        Frame frame = posts.fixture.ledger().frame(business);
        int last = frame.posts().size() - 1;
        int hit = frame.posts().value(last, Metric.LIKES) > 50 ? last : last - 1;
        Performances performances =
                new Performances(new View(frame, Filters.NONE, posts.clock.instant()), Growing.ENGAGEMENT);

        Performance high = performances.of(hit);
        Performance usual = performances.of(2 * last - 1 - hit);

        assertThat(high.ageHours()).isCloseTo(6, within(0.01));
        assertThat(high.settled()).isFalse();
        assertThat(high.evidence().value()).isGreaterThan(3);
        assertThat(high.evidence().lo()).isGreaterThan(1.5);
        assertThat(high.evidence().status()).isEqualTo(EvidenceStatus.PROVISIONAL);
        assertThat(high.evidence().reasonCode()).isEqualTo("still_growing");
        assertThat(high.percentile()).isGreaterThan(0.95);
        assertThat(usual.actual()).isCloseTo(usual.expected(), within(3.0));
        assertThat(usual.evidence().value()).isBetween(0.8, 1.25);
        assertThat(usual.evidence().n()).isEqualTo(40);
        assertThat(performances.of(0).settled()).isTrue();
        assertThat(performances.of(0).evidence().status()).isEqualTo(EvidenceStatus.OK);

        List<ExpectedAt> course = performances.course(hit);
        assertThat(course.stream().map(ExpectedAt::ageHours).toList())
                .isSorted()
                .startsWith(Growing.knot(0))
                .endsWith(Growing.settledAt(Platform.INSTAGRAM));
        assertThat(course.stream().map(ExpectedAt::expected).toList()).isSorted();
        assertThat(course)
                .allSatisfy(at -> assertThat(at.expected()).isBetween(at.expectedRange()[0], at.expectedRange()[1]));
        // The post was read at an age of the course.
        ExpectedAt sixHours =
                course.stream().filter(at -> at.ageHours() == 6).findFirst().orElseThrow();
        assertThat(high.expected()).isCloseTo(sixHours.expected(), within(0.1));
        assertThat(course.getLast().expected()).isCloseTo(high.usual(), within(0.1));
    }

    @Test
    void ofTooFewPostsNothingIsUsual() {
        posts.history(4);
        Frame frame = posts.fixture.ledger().frame(business);

        assertThat(new Performances(new View(frame, Filters.NONE, posts.clock.instant()), Growing.ENGAGEMENT).course(0))
                .isEmpty();
    }

    @Test
    void howPostsGrewIsKnownOfThePastToo() {
        posts.history(40);
        Instant published = posts.clock.instant();
        Grown hit = new Grown("hit", published, 900);
        posts.clock.advance(Duration.ofHours(6));
        posts.read(sink -> sink.accept(hit.at(6)));
        Instant then = posts.clock.instant();
        Frame frameThen = posts.fixture.ledger().frame(business);
        PostGrowth known = frameThen.growth().read();
        posts.clock.advance(Duration.ofHours(6));
        posts.read(sink -> sink.accept(hit.at(12)));

        Frame past = new FramesAsOf(posts.fixture.ledger()).read(business, then);
        PostGrowth growth = past.growth().read();

        assertThat(past.posts().size()).isEqualTo(frameThen.posts().size());
        for (int row = 0; row < past.posts().size(); row++) {
            for (Growing count : Growing.values()) {
                assertThat(Double.valueOf(growth.lastAge(count, row)))
                        .isEqualTo(Double.valueOf(known.lastAge(count, row)));
                assertThat(growth.path(count, row)).isEqualTo(known.path(count, row));
            }
        }
    }

    private List<Breakout> said() {
        return book.all(business, null);
    }
}
