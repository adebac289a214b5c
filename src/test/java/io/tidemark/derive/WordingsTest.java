package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.derive.RandomHistory.Step;
import io.tidemark.frame.Frame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.frame.Wording;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostText;
import io.tidemark.ledger.PostTexts;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.label.TextTraits;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What texts are like, read from the ledger when it is asked for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordingsTest {
    private static final int HISTORIES = 6;
    private static final int STEPS = 5;

    private final MutableClock clock = new MutableClock(RandomHistory.at(0));
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Ledger ledger = fixture.ledger();
    private final PostTexts texts = new PostTexts(fixture.database());

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void theyAreWhatTheTextsSayNowAndThen() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Business business = business("p" + seed);
            RandomHistory history = new RandomHistory(seed);
            List<Step> steps = history.steps(STEPS);
            append(List.of(history.publications()), business);
            append(steps.subList(0, STEPS - 1), business);
            Instant then = clock.instant();
            clock.advance(Duration.ofHours(18));
            append(steps.subList(STEPS - 1, STEPS), business);

            assertThatTextsAreAsRead(ledger.frame(business.id()), null);
            assertThatTextsAreAsRead(new FramesAsOf(ledger).read(business.id(), then), then);
        }
    }

    @Test
    void anEditedTextIsTheOldOneAsOfBefore() {
        Business business = business("edited");
        tell(business, "a", "Fresh bread #Bakery https://example.com", "Coffee? #bakery", null);
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(18));
        tell(business, "b", "Fresh bread @anna #News", "Coffee? #news", "");

        Frame now = ledger.frame(business.id());
        Wording edited = now.wordings().of(all(now));
        assertThat(hashtags(edited)).containsExactly("news");
        assertThat(edited.has(0, Wording.Trait.LINKS)).isFalse();
        assertThat(edited.has(0, Wording.Trait.MENTIONS)).isTrue();
        assertThat(edited.length(2)).isZero();
        Frame then = new FramesAsOf(ledger).read(business.id(), before);
        Wording first = then.wordings().of(all(then));
        assertThat(hashtags(first)).containsExactly("bakery");
        assertThat(first.has(0, Wording.Trait.LINKS)).isTrue();
        assertThat(first.has(1, Wording.Trait.ASKS)).isTrue();
        assertThat(first.length(2)).isNegative();
    }

    @Test
    void aPastInstantStaysReadableWhenDataMovesOnAndThePresentDoesNot() {
        Business business = business("moving");
        tell(business, "c", "One #tag", "Two #tag", "Three");
        Frame present = ledger.frame(business.id());
        Frame past = new FramesAsOf(ledger).read(business.id(), clock.instant());
        clock.advance(Duration.ofHours(18));

        ledger.rebuild(business.id());

        assertThat(hashtags(past.wordings().of(all(past)))).containsExactly("tag");
        assertThatThrownBy(() -> present.wordings().of(all(present))).isInstanceOf(OutdatedFrame.class);
    }

    @Test
    void onlyPostsThatAreAskedForAreRead() {
        Business business = business("some");
        tell(business, "d", "One #tag", "Two #tag", "Three");
        Frame frame = ledger.frame(business.id());
        BitSet first = new BitSet();
        first.set(0);

        Wording wording = frame.wordings().of(first);

        assertThat(wording.length(0)).isEqualTo("One #tag".length());
        assertThat(wording.length(1)).isNegative();
    }

    private void assertThatTextsAreAsRead(Frame frame, @Nullable Instant asOf) {
        Map<Long, PostText> read = texts
                .of(
                        frame.businessId(),
                        LongStream.range(0, frame.posts().size())
                                .mapToObj(row -> frame.posts().id((int) row))
                                .toList(),
                        asOf)
                .stream()
                .collect(Collectors.toMap(PostText::postId, text -> text));
        Wording wording = frame.wordings().of(all(frame));
        Map<Long, Integer> expected = new TreeMap<>();
        Map<Long, Integer> actual = new TreeMap<>();
        for (int row = 0; row < frame.posts().size(); row++) {
            long id = frame.posts().id(row);
            String text = read.containsKey(id) ? read.get(id).text() : null;
            expected.put(id, text == null ? -1 : TextTraits.of(text).length());
            actual.put(id, wording.length(row));
        }
        assertThat(actual).isEqualTo(expected).isNotEmpty();
    }

    private static List<String> hashtags(Wording wording) {
        return wording.hashtags().stream().map(Wording.Tag::name).toList();
    }

    private static BitSet all(Frame frame) {
        BitSet all = new BitSet();
        all.set(0, frame.posts().size());
        return all;
    }

    /// Posts of one account, an hour apart, with these texts.
    private void tell(Business business, String hash, @Nullable String... said) {
        AccountKey account = new AccountKey(Platform.X, "acme", "Acme", List.of());
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            Instant published = RandomHistory.at(0).minus(Duration.ofDays(3)).plus(Duration.ofHours(i));
            observations.add(new Observation.OfPost(
                    account,
                    List.of(new Alias("x_id", "post" + i)),
                    new PostVersion(published, Placement.FEED, Format.TEXT, said[i], null, Boosted.UNKNOWN, false),
                    MetricValues.builder().put(Metric.LIKES, i).build(),
                    clock.instant()));
        }
        new Step.Append(SourceSpec.Kind.FILE, hash, observations, clock.instant()).to(ledger, business.id());
    }

    private void append(List<Step> steps, Business business) {
        for (Step step : steps) {
            if (step instanceof Step.Append append) {
                append.to(ledger, business.id());
            }
        }
    }

    private Business business(String name) {
        return fixture.directory().createBusiness(name, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
    }
}
