package io.tidemark.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which ids mean one post. Such a post is known by the smallest of them, the canonical one; what is stored under the
/// others is read as if it stood under that.
final class SamePosts {
    static final SamePosts NONE = new SamePosts(Map.of());

    private final Map<Long, Long> canonical;
    private final Map<Long, List<Long>> others = new HashMap<>();

    /// @param canonical of the ids that stand for another
    SamePosts(Map<Long, Long> canonical) {
        this.canonical = Map.copyOf(canonical);
        new TreeMap<>(canonical)
                .forEach((post, by) ->
                        others.computeIfAbsent(by, id -> new ArrayList<>()).add(post));
    }

    /// Those of some posts, whichever of their ids these are given by.
    static SamePosts of(Session session, Scope scope, Collection<Long> posts) {
        if (scope.isPast()) {
            return new PostLinks(session, scope).of(posts);
        }
        return stored(session, """
                k.canonical_id = any(%1$s) or k.canonical_id in (
                    select c.canonical_id from post_canonical c where c.business_id = :business and c.post_id = any(%1$s))
                """.formatted(Histories.array(
                posts.stream().mapToLong(Long::longValue).toArray())));
    }

    static SamePosts all(Session session, Scope scope) {
        return scope.isPast() ? new PostLinks(session, scope).all() : stored(session, "true");
    }

    /// Those of the posts in `affected_post`, which has every id of each.
    static SamePosts ofAffected(Session session, Scope scope) {
        return scope.isPast() ? new PostLinks(session, scope).ofAffected() : storedOfAffected(session);
    }

    static SamePosts storedOfAffected(Session session) {
        return stored(session, "exists (select from affected_post x where x.post_id = k.post_id)");
    }

    private static SamePosts stored(Session session, String condition) {
        Map<Long, Long> canonical = new HashMap<>();
        session.copyOut(
                "select k.post_id, k.canonical_id from post_canonical k where k.business_id = :business and ("
                        + condition + ")",
                row -> canonical.put(row.nextLong(), row.nextLong()));
        return canonical.isEmpty() ? NONE : new SamePosts(canonical);
    }

    /// Replaces what is stored of the posts in `affected_post`.
    void storeOfAffected(Session session) {
        session.statement("""
                delete from post_canonical k using affected_post x
                where k.business_id = :business and k.post_id = x.post_id
                """).update();
        session.statement("""
                insert into post_canonical (business_id, post_id, canonical_id)
                select :business, post_id, canonical_id from %s same
                """.formatted(relation())).update();
    }

    boolean isEmpty() {
        return canonical.isEmpty();
    }

    long canonical(long post) {
        return canonical.getOrDefault(post, post);
    }

    /// The other ids of a post that is given by its canonical one, ascending; none where another id stands for it.
    List<Long> others(long post) {
        return others.getOrDefault(post, List.of());
    }

    /// Whether a post has this one id.
    boolean isAlone(long post) {
        return !canonical.containsKey(post) && !others.containsKey(post);
    }

    /// All ids of some posts.
    Long[] idsOf(Collection<Long> posts) {
        return posts.stream()
                .map(this::canonical)
                .distinct()
                .<Long>mapMulti((post, ids) -> {
                    ids.accept(post);
                    others(post).forEach(ids);
                })
                .toArray(Long[]::new);
    }

    /// Joins `same` to a statement, with which [#canonical(String)] finds what an id stands for.
    String join(String post) {
        return isEmpty() ? "" : "left join " + relation() + " same on same.post_id = " + post;
    }

    String canonical(String post) {
        return isEmpty() ? post : "coalesce(same.canonical_id, " + post + ")";
    }

    /// A condition that a column is one of the ids of a post that is given by its canonical one.
    String isOf(String column, String post) {
        return isEmpty()
                ? column + " = " + post
                : "%1$s = any (array(select %2$s union all select same.post_id from %3$s same where same.canonical_id = %2$s))"
                        .formatted(column, post, relation());
    }

    private String relation() {
        List<Long> posts = List.copyOf(new TreeMap<>(canonical).keySet());
        return "(select * from unnest(%s, %s) as pair (post_id, canonical_id))"
                .formatted(
                        Histories.array(
                                posts.stream().mapToLong(Long::longValue).toArray()),
                        Histories.array(
                                posts.stream().mapToLong(this::canonical).toArray()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SamePosts same && same.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }
}
