package io.tidemark.ledger;

import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostFrame;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Loads the labels of a business beside its posts.
final class LabelReader {
    /// Everything that was said about a label and a post: by a rule, by an import that counts, or by hand, where `off`
    /// means that somebody took it away.
    static final String SAID = """
            (select c.label_id, coalesce(k.canonical_id, c.post_id) as post_id,
                case when c.carries then 'hand' else 'off' end as origin
            from label_choice c left join post_canonical k on k.business_id = :business and k.post_id = c.post_id
            where c.business_id = :business
            union all
            select label_id, post_id, 'rule' from label_match where business_id = :business
            union all
            select n.label_id, coalesce(k.canonical_id, n.post_id), 'import'
            from label_naming n left join post_canonical k on k.business_id = :business and k.post_id = n.post_id
            join source s on s.business_id = :business and s.source_id = n.source_id and s.retracted_at is null
            where n.business_id = :business)""";

    private static final String CARRIED = """
            select label_id, post_id from %s said
            group by label_id, post_id having not bool_or(origin = 'off')
            """.formatted(SAID);

    /// The posts that carry labels, each with the keys of these as a JSON array.
    static final String KEYS = """
            (select c.post_id, json_agg(l.kind || ':' || l.name order by l.kind, l.name_key)::text as labels
            from (%s) c join label l on l.business_id = :business and l.label_id = c.label_id
            group by c.post_id)""".formatted(CARRIED);

    private final Session session;

    LabelReader(Session session) {
        this.session = session;
    }

    Labels read(PostFrame posts) {
        List<Label> labels = labels();
        return Labels.of(labels, labels.isEmpty() ? Map.of() : carriers(), AccountGroups.all(session), posts);
    }

    private List<Label> labels() {
        return session.statement("""
                select label_id, kind, name from label where business_id = :business order by kind, name_key
                """).query(LabelReader::label).list();
    }

    static Label label(ResultSet row, int number) throws SQLException {
        return new Label(row.getLong(1), LabelKind.find(row.getString(2)).orElseThrow(), row.getString(3));
    }

    /// The posts that carry each label, under all their ids: in a frame of the past they may be posts of their own.
    private Map<Long, long[]> carriers() {
        SamePosts same = SamePosts.all(session, Scope.EVERYTHING);
        Map<Long, LongStream.Builder> found = new HashMap<>();
        session.statement(CARRIED).query((ResultSet row) -> {
            LongStream.Builder posts = found.computeIfAbsent(row.getLong(1), label -> LongStream.builder());
            posts.add(row.getLong(2));
            same.others(row.getLong(2)).forEach(posts::add);
        });
        Map<Long, long[]> carriers = new HashMap<>();
        found.forEach((label, posts) -> carriers.put(label, posts.build().toArray()));
        return carriers;
    }
}
