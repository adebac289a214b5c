package io.tidemark.ledger;

import io.tidemark.frame.Names;
import io.tidemark.ledger.PostGroups.PostPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// Finds out which posts are one, from what counts:
///
/// - a source has named external ids of both together, or
/// - they are of one LinkedIn account, their ids were made within seconds of each other, and one text has been said of
///   both.
///
/// A LinkedIn post has at most one id of each kind. So where texts join two ids of one kind, nobody knows which of them
/// are one, and the texts join none of that group.
final class PostLinks {
    /// The kinds of ids that LinkedIn gives one and the same post.
    static final String LINKEDIN_KINDS = "'linkedin:activity', 'linkedin:share', 'linkedin:ugcPost'";

    private static final String AFFECTED = "exists (select from affected_post x where x.post_id = l.post_id)";

    private final Session session;
    private final Scope scope;

    PostLinks(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /// Whether any posts of the business may be one.
    static boolean exist(Session session) {
        return session.statement("""
                select exists (select from post_link where business_id = :business)
                    or exists (select from post_near where business_id = :business)
                """).query(Boolean.class).single();
    }

    SamePosts all() {
        return joined(linked("true"), near("true"));
    }

    /// Of the posts in `affected_post`, which has every id of each.
    SamePosts ofAffected() {
        return joined(linked(AFFECTED), near(AFFECTED));
    }

    SamePosts of(Collection<Long> posts) {
        List<PostPair> linked = linked("true");
        List<PostPair> near = near("true");
        PostGroups possible = new PostGroups();
        linked.forEach(possible::join);
        near.forEach(possible::join);
        Set<Long> wanted = posts.stream().map(possible::smallest).collect(Collectors.toSet());
        LongPredicate isWanted = post -> wanted.contains(possible.smallest(post));
        linked.removeIf(pair -> !isWanted.test(pair.one()));
        near.removeIf(pair -> !isWanted.test(pair.one()));
        return joined(linked, near);
    }

    private SamePosts joined(List<PostPair> linked, List<PostPair> near) {
        PostGroups posts = new PostGroups();
        linked.forEach(posts::join);
        if (!near.isEmpty()) {
            alike(near).forEach(posts::join);
        }
        Map<Long, Long> canonical = posts.others();
        return canonical.isEmpty() ? SamePosts.NONE : new SamePosts(canonical);
    }

    private List<PostPair> linked(String condition) {
        return pairs("""
                select distinct l.post_id, l.same_as_post_id
                from post_link l join source o on o.business_id = :business and o.source_id = l.source_id
                where l.business_id = :business and %s and %s
                """.formatted(scope.counts(), condition));
    }

    private List<PostPair> near(String condition) {
        return pairs(
                "select l.post_id, l.near_post_id from post_near l where l.business_id = :business and " + condition);
    }

    private List<PostPair> pairs(String query) {
        List<PostPair> pairs = new ArrayList<>();
        session.copyOut(query, row -> pairs.add(new PostPair(row.nextLong(), row.nextLong())));
        return pairs;
    }

    /// Those pairs of which one text has been said, without those of groups in which a kind of id occurs twice.
    private List<PostPair> alike(List<PostPair> near) {
        String posts = Histories.array(near.stream()
                .flatMap(pair -> List.of(pair.one(), pair.other()).stream())
                .mapToLong(Long::longValue)
                .distinct()
                .toArray());
        Map<Long, Set<String>> texts = texts(posts);
        List<PostPair> alike = new ArrayList<>();
        PostGroups groups = new PostGroups();
        for (PostPair pair : near) {
            Set<String> shared = new HashSet<>(texts.getOrDefault(pair.one(), Set.of()));
            shared.retainAll(texts.getOrDefault(pair.other(), Set.of()));
            if (!shared.isEmpty()) {
                alike.add(pair);
                groups.join(pair);
            }
        }
        Set<Long> ambiguous = ambiguous(groups, posts);
        alike.removeIf(pair -> ambiguous.contains(groups.smallest(pair.one())));
        return alike;
    }

    private Map<Long, Set<String>> texts(String posts) {
        Map<Long, Set<String>> texts = new HashMap<>();
        session.copyOut("""
                select distinct v.post_id, v.text
                from post_version v join source o on o.business_id = :business and o.source_id = v.source_id
                where v.business_id = :business and v.post_id = any (%s) and v.text is not null and %s and %s
                """.formatted(posts, scope.counts(), scope.observedBy("v.observed_at")), row -> {
            long post = row.nextLong();
            String text = Names.key(row.requiredText());
            if (!text.isEmpty()) {
                texts.computeIfAbsent(post, id -> new HashSet<>()).add(text);
            }
        });
        return texts;
    }

    /// The groups, by their smallest ids, that have two external ids of one kind.
    private Set<Long> ambiguous(PostGroups groups, String posts) {
        Set<Long> ambiguous = new HashSet<>();
        Map<Long, Set<String>> kinds = new HashMap<>();
        session.copyOut("""
                select a.post_id, a.scheme from post_alias a
                where a.business_id = :business and a.post_id = any (%s) and a.scheme in (%s)
                """.formatted(posts, LINKEDIN_KINDS), row -> {
            long group = groups.smallest(row.nextLong());
            if (!kinds.computeIfAbsent(group, id -> new HashSet<>()).add(row.requiredText())) {
                ambiguous.add(group);
            }
        });
        return ambiguous;
    }
}
