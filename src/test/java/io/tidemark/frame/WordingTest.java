package io.tidemark.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /// Posts with the ids 1000, 1001 and so on, in order of publication.
    private static PostFrame posts(int count) {
        PostFrame.Builder posts = PostFrame.builder(count);
        for (int i = 0; i < count; i++) {
            posts.add(
                    1000L + i,
                    0,
                    i,
                    DAY,
                    ContentType.IMAGE,
                    Boosted.NO,
                    MetricValues.builder().build());
        }
        return posts.build();
    }

    private static BitSet rows(int from, int end) {
        BitSet rows = new BitSet();
        rows.set(from, end);
        return rows;
    }

    @Test
    void whatTextsAreLikeStandsInTheRowsOfTheFrame() {
        Wording.Builder wanted = Wording.builder(posts(10), rows(3, 9));
        assertThat(wanted.ids()).containsExactly(1003, 1004, 1005, 1006, 1007, 1008);
        wanted.post(1006, 12, Set.of(Wording.Trait.LINKS), Set.of("a", "b"));
        wanted.post(1004, 0, Set.of(), Set.of("a"));
        wanted.post(1008, 700, Set.of(Wording.Trait.ASKS, Wording.Trait.MENTIONS), Set.of("once"));

        Wording wording = wanted.build();

        assertThat(IntStream.range(0, 10).map(wording::length)).containsExactly(-1, -1, -1, -1, 0, -1, 12, -1, 700, -1);
        assertThat(wording.has(6, Wording.Trait.LINKS)).isTrue();
        assertThat(wording.has(6, Wording.Trait.ASKS)).isFalse();
        assertThat(wording.has(8, Wording.Trait.MENTIONS)).isTrue();
        assertThat(wording.hashtags()).singleElement().satisfies(tag -> {
            assertThat(tag.name()).isEqualTo("a");
            assertThat(tag.rows()).containsExactly(4, 6);
        });
    }

    @Test
    void aPostThatNobodyAskedForIsRefused() {
        Wording.Builder wanted = Wording.builder(posts(3), rows(0, 1));

        assertThatThrownBy(() -> wanted.post(1002, 1, Set.of(), Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMostUsedHashtagsComeFirstAndNoMoreThanAThousand() {
        Wording.Builder wanted = Wording.builder(posts(3), rows(0, 3));
        List<String> tags = IntStream.range(0, 1500).mapToObj(i -> "tag" + i).toList();
        wanted.post(1000, 1, Set.of(), tags);
        wanted.post(1001, 1, Set.of(), tags);
        wanted.post(1002, 1, Set.of(), Set.of("tag1400"));

        Wording wording = wanted.build();

        assertThat(wording.hashtags()).hasSize(1000);
        assertThat(wording.hashtags().getFirst().name()).isEqualTo("tag1400");
    }

    /// An account that invents hashtags for every post costs no more than one that does not.
    @Test
    void hashtagsUsedOnceAreForgottenWhereThereAreTooMany() {
        int count = 300;
        Wording.Builder wanted = Wording.builder(posts(count), rows(0, count));
        for (int i = 0; i < count; i++) {
            int post = i;
            wanted.post(
                    1000L + i,
                    1,
                    Set.of(),
                    IntStream.range(0, 1000)
                            .mapToObj(tag -> tag == 0 ? "usual" : "p" + post + "t" + tag)
                            .toList());
        }

        Wording wording = wanted.build();

        assertThat(wording.hashtags()).singleElement().satisfies(tag -> {
            assertThat(tag.name()).isEqualTo("usual");
            assertThat(tag.rows()).hasSize(count);
        });
    }

    @Test
    void selectionsAreReadOnce() {
        int[] readings = {0};
        Wordings wordings = new Wordings(posts(5), wanted -> readings[0]++);

        wordings.of(rows(0, 3));
        wordings.of(rows(0, 3));
        wordings.of(rows(0, 4));
        wordings.of(new BitSet());

        assertThat(readings[0]).isEqualTo(2);
    }
}
