package io.tidemark.ledger;

import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Names;
import io.tidemark.ledger.LabelDetails.Posts;
import io.tidemark.ledger.label.LabelRule;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes the rows of labels and their rules.
final class LabelRows {
    private final Session session;

    LabelRows(Session session) {
        this.session = session;
    }

    /// @param only null for all labels
    List<LabelDetails> details(@Nullable Long only) {
        Map<Long, List<LabelRule>> rules = rules(only);
        Map<Long, Posts> posts = posts(only);
        return session.statement("""
                select label_id, kind, name, extract(epoch from created_at)::bigint from label
                where business_id = :business and (:only::bigint is null or label_id = :only)
                order by kind, name_key
                """)
                .param("only", only)
                .query((row, number) -> {
                    Label label = LabelReader.label(row, number);
                    return new LabelDetails(
                            label,
                            rules.getOrDefault(label.id(), List.of()),
                            posts.getOrDefault(label.id(), Posts.NONE),
                            Instant.ofEpochSecond(row.getLong(4)));
                })
                .list();
    }

    Optional<Label> find(long labelId) {
        return session.statement(
                        "select label_id, kind, name from label where business_id = :business and label_id = :label")
                .param("label", labelId)
                .query(LabelReader::label)
                .optional();
    }

    Optional<Label> find(LabelKind kind, String name) {
        return session.statement("""
                select label_id, kind, name from label
                where business_id = :business and kind = :kind and name_key = :key
                """)
                .param("kind", kind.key())
                .param("key", Names.key(name))
                .query(LabelReader::label)
                .optional();
    }

    int count() {
        return session.statement("select count(*) from label where business_id = :business")
                .query(Integer.class)
                .single();
    }

    int countRulesOfOthers(long labelId) {
        return session.statement("select count(*) from label_rule where business_id = :business and label_id <> :label")
                .param("label", labelId)
                .query(Integer.class)
                .single();
    }

    void insert(Label label, Instant now) {
        session.statement("""
                insert into label (business_id, label_id, kind, name, name_key, created_at)
                values (:business, :label, :kind, :name, :key, :now)
                """)
                .param("label", label.id())
                .param("kind", label.kind().key())
                .param("name", label.name())
                .param("key", Names.key(label.name()))
                .param("now", Timestamp.from(now))
                .update();
    }

    void update(Label label) {
        session.statement("""
                update label set kind = :kind, name = :name, name_key = :key
                where business_id = :business and label_id = :label
                """)
                .param("label", label.id())
                .param("kind", label.kind().key())
                .param("name", label.name())
                .param("key", Names.key(label.name()))
                .update();
    }

    /// Replaces the rules of a label.
    void write(long labelId, List<LabelRule> rules) {
        delete("label_rule", labelId);
        for (int place = 0; place < rules.size(); place++) {
            LabelRule rule = rules.get(place);
            session.statement("""
                    insert into label_rule (business_id, label_id, place, type, value, whole_words)
                    values (:business, :label, :place, :type, :value, :whole)
                    """)
                    .param("label", labelId)
                    .param("place", place)
                    .param("type", rule.type().key())
                    .param("value", rule.value())
                    .param("whole", rule.wholeWords())
                    .update();
        }
    }

    int delete(String table, long labelId) {
        return session.statement("delete from " + table + " where business_id = :business and label_id = :label")
                .param("label", labelId)
                .update();
    }

    Map<Long, List<LabelRule>> rules(@Nullable Long only) {
        Map<Long, List<LabelRule>> rules = new HashMap<>();
        session.statement("""
                select label_id, type, value, whole_words from label_rule
                where business_id = :business and (:only::bigint is null or label_id = :only)
                order by label_id, place
                """).param("only", only).query((ResultSet row) -> {
            rules.computeIfAbsent(row.getLong(1), label -> new ArrayList<>())
                    .add(new LabelRule(
                            LabelRule.Type.find(row.getString(2)).orElseThrow(), row.getString(3), row.getBoolean(4)));
        });
        return rules;
    }

    private Map<Long, Posts> posts(@Nullable Long only) {
        Map<Long, Posts> posts = new HashMap<>();
        session.statement("""
                select p.label_id, count(*) filter (where not off), count(*) filter (where hand),
                    count(*) filter (where rule and not off), count(*) filter (where import and not off),
                    count(*) filter (where off)
                from (
                    select label_id, post_id, bool_or(origin = 'hand') as hand, bool_or(origin = 'off') as off,
                        bool_or(origin = 'rule') as rule, bool_or(origin = 'import') as import
                    from %s said
                    where :only::bigint is null or label_id = :only
                    group by label_id, post_id) p
                join post_analytics a on a.business_id = :business and a.post_id = p.post_id
                group by p.label_id
                """.formatted(LabelReader.SAID)).param("only", only).query((ResultSet row) -> {
            posts.put(
                    row.getLong(1),
                    new Posts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
        });
        return posts;
    }
}
