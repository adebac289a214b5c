package io.tidemark.ledger;

import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Names;
import io.tidemark.ledger.label.LabelRule;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Labels in PostgreSQL.
final class LabelBook implements Labelling {
    private static final Sentence TOO_MANY_LABELS =
            Sentence.of("too_many_labels", "A business has at most {most} labels: remove one first.");
    private static final Sentence TOO_MANY_RULES =
            Sentence.of("too_many_rules", "A business has at most {most} rules: remove some first.");

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    LabelBook(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    @Override
    public List<LabelDetails> labels(long businessId) {
        return door.inBusiness(businessId, session -> new LabelRows(session).details(null));
    }

    @Override
    public Optional<LabelDetails> label(long businessId, long labelId) {
        return door.inBusiness(businessId, session -> details(session, labelId));
    }

    @Override
    public LabelDetails create(long businessId, LabelKind kind, String name, List<LabelRule> rules) {
        return changing(businessId, session -> {
            Label label = insert(session, kind, name);
            writeRules(session, label.id(), rules);
            step(session);
            return details(session, label.id()).orElseThrow();
        });
    }

    @Override
    public Optional<LabelDetails> change(
            long businessId,
            long labelId,
            @Nullable LabelKind kind,
            @Nullable String name,
            @Nullable List<LabelRule> rules) {
        return changing(businessId, session -> {
            LabelRows rows = new LabelRows(session);
            Label before = rows.find(labelId).orElse(null);
            if (before == null) {
                return Optional.empty();
            }
            Label after = new Label(
                    labelId, kind == null ? before.kind() : kind, name == null ? before.name() : Names.clean(name));
            if (!after.equals(before)) {
                refuseDuplicate(session, after);
                rows.update(after);
            }
            boolean otherRules =
                    rules != null && !rules.equals(rows.rules(labelId).getOrDefault(labelId, List.of()));
            if (rules != null && otherRules) {
                writeRules(session, labelId, rules);
            }
            if (otherRules || !after.equals(before)) {
                step(session);
            }
            return details(session, labelId);
        });
    }

    @Override
    public boolean remove(long businessId, long labelId) {
        return changing(businessId, session -> {
            LabelRows rows = new LabelRows(session);
            for (String table : List.of("label_match", "label_naming", "label_choice", "label_rule")) {
                rows.delete(table, labelId);
            }
            boolean removed = rows.delete("label", labelId) > 0;
            if (removed) {
                step(session);
            }
            return removed;
        });
    }

    @Override
    public Optional<Integer> choose(long businessId, long labelId, PostReferences posts, boolean carries) {
        return changing(businessId, session -> {
            if (new LabelRows(session).find(labelId).isEmpty()) {
                return Optional.empty();
            }
            PostNames.Found found = new PostNames(session).resolve(posts);
            int changed = found.count(session.statement("""
                    insert into label_choice as c (business_id, label_id, post_id, carries, chosen_at)
                    select :business, :label, post_id, :carries, :now from unnest(:posts::bigint[]) as post_id
                    on conflict (business_id, label_id, post_id)
                        do update set carries = excluded.carries, chosen_at = excluded.chosen_at
                        where c.carries <> excluded.carries
                    returning post_id
                    """)
                    .param("label", labelId)
                    .param("carries", carries)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("posts", found.ids())
                    .query((row, number) -> row.getLong(1))
                    .list());
            if (changed > 0) {
                step(session);
            }
            return Optional.of(changed);
        });
    }

    @Override
    public Optional<Integer> unchoose(long businessId, long labelId, PostReferences posts) {
        return changing(businessId, session -> {
            if (new LabelRows(session).find(labelId).isEmpty()) {
                return Optional.empty();
            }
            PostNames.Found found = new PostNames(session).resolve(posts);
            int changed = found.count(session.statement("""
                    delete from label_choice
                    where business_id = :business and label_id = :label and post_id = any(:posts::bigint[])
                    returning post_id
                    """)
                    .param("label", labelId)
                    .param("posts", found.ids())
                    .query((row, number) -> row.getLong(1))
                    .list());
            if (changed > 0) {
                step(session);
            }
            return Optional.of(changed);
        });
    }

    @Override
    public void name(long businessId, long sourceId, Collection<NamedLabel> named) {
        changing(businessId, session -> {
            Map<String, Label> labels = new HashMap<>();
            LabelRows rows = new LabelRows(session);
            List<Long> labelIds = named.stream()
                    .map(one -> labels.computeIfAbsent(
                            one.kind().key() + ":" + Names.key(one.name()),
                            key -> rows.find(one.kind(), one.name())
                                    .orElseGet(() -> insert(session, one.kind(), one.name()))))
                    .map(Label::id)
                    .toList();
            int added = session.statement("""
                    insert into label_naming (business_id, label_id, post_id, source_id)
                    select :business, n.label_id, p.post_id, :source
                    from unnest(:labels::bigint[], :schemes::text[], :posts::text[]) as n (label_id, scheme, post)
                    join post_alias p on p.business_id = :business and p.scheme = n.scheme and p.external_id = n.post
                    on conflict do nothing
                    """)
                    .param("source", sourceId)
                    .param("labels", labelIds.toArray(Long[]::new))
                    .param(
                            "schemes",
                            named.stream().map(one -> one.post().scheme()).toArray(String[]::new))
                    .param(
                            "posts",
                            named.stream().map(one -> one.post().externalId()).toArray(String[]::new))
                    .update();
            if (added > 0) {
                step(session);
            }
            return added;
        });
    }

    @Override
    public Optional<List<String>> group(long businessId, long accountId, List<String> groups) {
        return changing(businessId, session -> {
            if (!exists(session, accountId)) {
                return Optional.empty();
            }
            if (AccountGroups.set(session, accountId, groups)) {
                step(session);
            }
            return Optional.of(AccountGroups.of(session, accountId));
        });
    }

    @Override
    public boolean zone(long businessId, long accountId, @Nullable ZoneId zone) {
        return changing(businessId, session -> {
            if (!exists(session, accountId)) {
                return false;
            }
            if (Accounts.setZone(session, accountId, zone)) {
                step(session);
            }
            return true;
        });
    }

    private static boolean exists(Session session, long accountId) {
        return session.statement("""
                select exists (select from account where business_id = :business and account_id = :account)
                """)
                .param("account", accountId)
                .query(Boolean.class)
                .single();
    }

    private Label insert(Session session, LabelKind kind, String name) {
        LabelRows rows = new LabelRows(session);
        if (rows.count() >= MOST_LABELS) {
            throw new LabelLimit(TOO_MANY_LABELS.said(Map.of("most", Value.count(MOST_LABELS))));
        }
        Label label = new Label(ids.take(), kind, Names.clean(name));
        refuseDuplicate(session, label);
        rows.insert(label, clock.instant());
        return label;
    }

    private static void refuseDuplicate(Session session, Label label) {
        new LabelRows(session)
                .find(label.kind(), label.name())
                .filter(other -> other.id() != label.id())
                .ifPresent(taken -> {
                    throw DuplicateName.ofLabel(taken.key(), taken.id());
                });
    }

    private static void writeRules(Session session, long labelId, List<LabelRule> rules) {
        LabelRows rows = new LabelRows(session);
        if (rows.countRulesOfOthers(labelId) + rules.size() > MOST_RULES) {
            throw new LabelLimit(TOO_MANY_RULES.said(Map.of("most", Value.count(MOST_RULES))));
        }
        rows.write(labelId, rules);
        new LabelMatches(session).ofLabel(labelId, rules);
    }

    private static Optional<LabelDetails> details(Session session, long labelId) {
        return new LabelRows(session).details(labelId).stream().findFirst();
    }

    /// Work under the lock of the business's row, so that versions commit in order and no append runs meanwhile.
    private <T> T changing(long businessId, Function<Session, T> work) {
        return door.inBusiness(businessId, session -> {
            boolean known = session.statement(
                            "select business_id from business where business_id = :business for update")
                    .query(Long.class)
                    .optional()
                    .isPresent();
            if (!known) {
                throw new IllegalArgumentException("No business " + businessId);
            }
            return work.apply(session);
        });
    }

    private static void step(Session session) {
        long version = session.statement("""
                update business set data_version = data_version + 1 where business_id = :business
                returning data_version
                """).query(Long.class).single();
        Hints.dataMoved(session, version);
    }
}
