package io.tidemark.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the texts of some posts of a frame are like, without the texts. Posts are given by their rows in [PostFrame];
/// one whose text nobody told is not known, which is not the same as a text without a hashtag or a link.
public final class Wording {
    /// The wording of no posts.
    public static final Wording NONE = new Wording(0, new int[0], traits(), List.of());

    private static final int UNKNOWN = -1;

    private final int firstRow;
    private final int[] lengths;
    private final BitSet[] traits;
    private final List<Tag> hashtags;

    /// What a text may do.
    public enum Trait {
        LINKS,
        ASKS,
        MENTIONS
    }

    /// A hashtag and the rows of the posts that carry it, ascending.
    ///
    /// @param name folded, without `#`
    public record Tag(String name, int[] rows) {}

    /// @param lengths by row, from the first
    private Wording(int firstRow, int[] lengths, BitSet[] traits, List<Tag> hashtags) {
        this.firstRow = firstRow;
        this.lengths = lengths;
        this.traits = traits;
        this.hashtags = List.copyOf(hashtags);
    }

    private static BitSet[] traits() {
        BitSet[] traits = new BitSet[Trait.values().length];
        Arrays.setAll(traits, trait -> new BitSet());
        return traits;
    }

    /// In Unicode characters; negative where the text is not known.
    public int length(int row) {
        int place = row - firstRow;
        return place < 0 || place >= lengths.length ? UNKNOWN : lengths[place];
    }

    /// False as well where the text is not known.
    public boolean has(int row, Trait trait) {
        return traits[trait.ordinal()].get(row);
    }

    /// Those that more than one post carries, the most used ones first, at most a thousand.
    public List<Tag> hashtags() {
        return hashtags;
    }

    /// @param rows of the posts whose texts are looked at
    public static Builder builder(PostFrame posts, BitSet rows) {
        return new Builder(posts, rows);
    }

    /// Takes texts in any order. Holds a number for each use of a hashtag, and no text.
    public static final class Builder {
        private static final int MOST_HASHTAGS = 1000;
        /// Beyond so many different hashtags, those used once until then are forgotten: an account that makes up new
        /// ones for every post does not fill the memory.
        private static final int MOST_NAMES = 100_000;

        private final Map<Long, Integer> rows;
        private final int firstRow;
        private final int[] lengths;
        private final BitSet[] traits = traits();
        private final Map<String, Uses> uses = new HashMap<>();

        private Builder(PostFrame posts, BitSet wanted) {
            rows = HashMap.newHashMap(wanted.cardinality());
            wanted.stream().forEach(row -> rows.put(posts.id(row), row));
            firstRow = Math.max(wanted.nextSetBit(0), 0);
            lengths = new int[wanted.length() - firstRow];
            Arrays.fill(lengths, UNKNOWN);
        }

        /// The ids of the posts whose texts are wanted, ascending.
        public long[] ids() {
            return rows.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        }

        /// @param hashtags folded, without `#`, each once
        public void post(long id, int length, Collection<Trait> has, Collection<String> hashtags) {
            Integer row = rows.get(id);
            if (row == null) {
                throw new IllegalArgumentException("Nobody asked for the text of post " + id);
            }
            lengths[row - firstRow] = length;
            has.forEach(trait -> traits[trait.ordinal()].set(row));
            hashtags.forEach(
                    name -> uses.computeIfAbsent(name, first -> new Uses()).add(row));
            if (uses.size() > MOST_NAMES) {
                uses.values().removeIf(of -> of.size == 1);
            }
        }

        public Wording build() {
            List<Tag> tags = new ArrayList<>();
            uses.forEach((name, of) -> {
                if (of.size > 1) {
                    tags.add(new Tag(name, of.sorted()));
                }
            });
            tags.sort(Comparator.comparingInt((Tag tag) -> -tag.rows().length).thenComparing(Tag::name));
            return new Wording(firstRow, lengths, traits, tags.subList(0, Math.min(tags.size(), MOST_HASHTAGS)));
        }

        /// Rows of posts with a hashtag.
        private static final class Uses {
            private int[] rows = new int[2];
            private int size;

            void add(int row) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * size);
                }
                rows[size++] = row;
            }

            int[] sorted() {
                int[] sorted = Arrays.copyOf(rows, size);
                Arrays.sort(sorted);
                return sorted;
            }
        }
    }
}
