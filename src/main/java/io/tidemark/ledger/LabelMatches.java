package io.tidemark.ledger;

import io.tidemark.ledger.label.LabelRule;
import io.tidemark.ledger.label.RuleSet;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keeps the posts that the rules of labels match. Runs while the business's row is locked.
final class LabelMatches {
    private final Session session;

    private record Match(long label, long post) {}

    LabelMatches(Session session) {
        this.session = session;
    }

    /// Applies all rules to the posts of `affected_post` as they are now.
    void ofAffectedPosts() {
        RuleSet rules = new RuleSet(new LabelRows(session).rules(null));
        // Without rules there are no matches either.
        if (rules.isEmpty()) {
            return;
        }
        session.statement("""
                delete from label_match m using affected_post x
                where m.business_id = :business and m.post_id = x.post_id
                """).update();
        insert(rules, """
                select p.post_id, p.text, p.url
                from affected_post x join post_analytics p on p.business_id = :business and p.post_id = x.post_id
                """);
    }

    /// Applies the rules of one label to all posts.
    void ofLabel(long labelId, List<LabelRule> rules) {
        session.statement("delete from label_match where business_id = :business and label_id = :label")
                .param("label", labelId)
                .update();
        if (!rules.isEmpty()) {
            insert(
                    new RuleSet(Map.of(labelId, rules)),
                    "select post_id, text, url from post_analytics where business_id = :business");
        }
    }

    private void insert(RuleSet rules, String posts) {
        List<Match> matches = new ArrayList<>();
        session.statement(posts).query((ResultSet row) -> {
            long post = row.getLong(1);
            rules.match(row.getString(2), row.getString(3)).forEach(label -> matches.add(new Match(label, post)));
        });
        if (matches.isEmpty()) {
            return;
        }
        session.sql()
                .sql("create temp table if not exists stage_label_match (label_id bigint, post_id bigint)"
                        + " on commit delete rows")
                .update();
        CopyBuffer rows = new CopyBuffer(session, "stage_label_match", "label_id, post_id");
        matches.forEach(match -> rows.add(match.label()).add(match.post()).end());
        rows.flush();
        session.statement("""
                insert into label_match (business_id, label_id, post_id)
                select :business, label_id, post_id from stage_label_match
                """).update();
        session.sql().sql("truncate stage_label_match").update();
    }
}
