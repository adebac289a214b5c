package io.tidemark.ledger;

import io.tidemark.frame.LabelKind;
import io.tidemark.ledger.label.LabelRule;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The labels of businesses, what gives them to posts, and the groups and zones of accounts. Whatever changes an answer
/// steps the version of the data.
public interface Labelling {
    int MOST_LABELS = 1_000;
    int MOST_RULES = 500;

    static Labelling of(Database database) {
        return new LabelBook(database);
    }

    /// All labels, ordered by kind and name.
    List<LabelDetails> labels(long businessId);

    Optional<LabelDetails> label(long businessId, long labelId);

    /// @param rules are applied to all present posts at once, and to others as they come
    /// @throws DuplicateName when there is a label of the kind and the name
    /// @throws LabelLimit when there would be too many labels or rules
    LabelDetails create(long businessId, LabelKind kind, String name, List<LabelRule> rules);

    /// Changes what is not null; new rules replace the old ones.
    ///
    /// @return empty when there is no such label
    /// @throws DuplicateName when there is another label of the kind and the name
    /// @throws LabelLimit when there would be too many rules
    Optional<LabelDetails> change(
            long businessId,
            long labelId,
            @Nullable LabelKind kind,
            @Nullable String name,
            @Nullable List<LabelRule> rules);

    /// @return false when there is no such label
    boolean remove(long businessId, long labelId);

    /// Gives a label to posts or takes it away by hand: that stands whatever rules and imports say.
    ///
    /// @return how many posts were chosen otherwise or not at all before; empty when there is no such label
    /// @throws UnknownPosts when a post is not of the business; then nothing is changed
    Optional<Integer> choose(long businessId, long labelId, PostReferences posts, boolean carries);

    /// Takes back what was chosen by hand: from now on rules and imports decide again.
    ///
    /// @return for how many posts something had been chosen; empty when there is no such label
    /// @throws UnknownPosts when a post is not of the business; then nothing is changed
    Optional<Integer> unchoose(long businessId, long labelId, PostReferences posts);

    /// What an import said: labels that do not exist yet are made. They count as long as the source does.
    ///
    /// @throws LabelLimit when there would be too many labels
    void name(long businessId, long sourceId, Collection<NamedLabel> named);

    /// Puts an account into these groups and no others.
    ///
    /// @return the groups it stands in now; empty when there is no such account
    Optional<List<String>> group(long businessId, long accountId, List<String> groups);

    /// Gives an account a zone of its own, in which hours of its posts are counted, or with null that of the business.
    ///
    /// @return false when there is no such account
    boolean zone(long businessId, long accountId, @Nullable ZoneId zone);
}
