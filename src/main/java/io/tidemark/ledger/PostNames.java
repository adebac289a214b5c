package io.tidemark.ledger;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the posts that somebody refers to, whichever of their ids or names that is by.
final class PostNames {
    private final Session session;

    PostNames(Session session) {
        this.session = session;
    }

    /// @param ids all that the posts have
    record Found(Long[] ids, SamePosts same) {
        /// How many posts some of the ids mean.
        int count(List<Long> some) {
            return (int) some.stream().map(same::canonical).distinct().count();
        }
    }

    /// @throws UnknownPosts when one is not there, or a name means several
    Found resolve(PostReferences wanted) {
        Set<Long> found = existing(wanted.ids());
        List<String> unknown = wanted.ids().stream()
                .filter(id -> !found.contains(id))
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> ambiguous = new ArrayList<>();
        Map<String, Set<Long>> named = named(wanted.externalIds());
        named.values().forEach(found::addAll);
        SamePosts same = SamePosts.of(session, Scope.EVERYTHING, found);
        for (String name : wanted.externalIds().stream().sorted().toList()) {
            Set<Long> posts = named.getOrDefault(name, Set.of());
            if (posts.isEmpty()) {
                unknown.add(name);
            } else if (posts.stream().map(same::canonical).distinct().count() > 1) {
                ambiguous.add(name);
            }
        }
        if (!unknown.isEmpty() || !ambiguous.isEmpty()) {
            throw new UnknownPosts(unknown, ambiguous);
        }
        return new Found(same.idsOf(found), same);
    }

    private Set<Long> existing(Set<Long> ids) {
        return new TreeSet<>(
                session.statement("select post_id from post where business_id = :business and post_id = any(:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, number) -> row.getLong(1))
                        .list());
    }

    /// By external id alone, or by scheme and external id.
    private Map<String, Set<Long>> named(Set<String> names) {
        Map<String, Set<Long>> found = new HashMap<>();
        if (!names.isEmpty()) {
            session.statement("""
                    select n.name, p.post_id
                    from unnest(:names::text[]) as n (name)
                    join post_alias p on p.business_id = :business and p.external_id = n.name
                    union
                    select n.name, p.post_id
                    from unnest(:names::text[]) as n (name)
                    join post_alias p on p.business_id = :business and p.scheme || ':' || p.external_id = n.name
                    """).param("names", names.toArray(String[]::new)).query((ResultSet row) -> {
                found.computeIfAbsent(row.getString(1), name -> new TreeSet<>()).add(row.getLong(2));
            });
        }
        return found;
    }
}
