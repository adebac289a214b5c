package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.frame.Restatement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What platforms changed, after it was settled, of the numbers that an answer is made of: days of accounts where these
/// come from days, counters of posts where they come from posts. Changes of one platform that were seen on one day are
/// one marker.
final class RestatementMarkers {
    /// Of each metric; smaller ones are counted.
    static final int MOST = 5;
    /// What a restatement changed is not in the answer.
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final View view;
    private final Question question;
    private final List<TrendsAnswer.Marker> markers = new ArrayList<>();
    private int leftOut;

    private RestatementMarkers(View view, Question question) {
        this.view = view;
        this.question = question;
    }

    static RestatementMarkers of(View view, Question question, Set<Metric> metrics) {
        RestatementMarkers found = new RestatementMarkers(view, question);
        metrics.forEach(found::add);
        return found;
    }

    List<TrendsAnswer.Marker> markers() {
        return markers;
    }

    /// How many more there would be.
    int leftOut() {
        return leftOut;
    }

    private void add(Metric metric) {
        List<Restatement> all = view.frame().restatements().of(metric);
        if (all.isEmpty()) {
            return;
        }
        List<Group> groups = new ArrayList<>(group(all, days(metric)));
        groups.sort(Comparator.comparingDouble(Group::moved).reversed().thenComparing(Group::key));
        groups.stream().limit(MOST).map(this::marker).forEach(markers::add);
        leftOut += Math.max(0, groups.size() - MOST);
    }

    /// On which day of the answer a restatement is to be told.
    private ToIntFunction<Restatement> days(Metric metric) {
        if (question.basis() == Basis.PUBLISHED) {
            return one ->
                    one.ofPost() && view.hasPost(one.post()) ? view.posts().day(one.post()) : NOWHERE;
        }
        byte[] sources = question.slicing().sources().of(Measure.of(metric));
        return one -> {
            boolean fromPosts = sources[one.account()] == ActivitySources.POSTS;
            boolean shown =
                    one.ofPost() ? fromPosts && view.hasPost(one.post()) : !fromPosts && view.has(one.account());
            return shown ? one.day() : NOWHERE;
        };
    }

    private Collection<Group> group(List<Restatement> all, ToIntFunction<Restatement> days) {
        Period period = question.period();
        Map<Key, Group> groups = new HashMap<>();
        for (Restatement one : all) {
            int day = days.applyAsInt(one);
            if (day >= period.firstDay() && day < period.endDay()) {
                Key key = new Key(one.seenOn(), view.platform(one.account()), one.ofPost());
                groups.computeIfAbsent(key, Group::new).add(one, day);
            }
        }
        return groups.values();
    }

    private TrendsAnswer.Marker marker(Group group) {
        TrendsAnswer.Restated restated = group.restated();
        String text = new RestatementText(group.key().platform(), restated).text(question.basis());
        return new TrendsAnswer.Marker(
                TrendsAnswer.Marker.Kind.RESTATEMENT,
                LocalDate.ofEpochDay(group.from),
                LocalDate.ofEpochDay(group.to),
                group.key().platform(),
                group.metric(),
                List.of(),
                text,
                null,
                restated);
    }

    private record Key(int seenOn, Platform platform, boolean ofPosts) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::seenOn)
                .thenComparing(Key::platform)
                .thenComparing(Key::ofPosts);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// What is told by one marker.
    private static final class Group {
        private final Key key;
        private final List<Restatement> all = new ArrayList<>();
        private int from = Integer.MAX_VALUE;
        private int to = Integer.MIN_VALUE;
        private double moved;

        Group(Key key) {
            this.key = key;
        }

        void add(Restatement one, int day) {
            all.add(one);
            from = Math.min(from, day);
            to = Math.max(to, day);
            moved += Math.abs(one.after() - one.before());
        }

        Key key() {
            return key;
        }

        Metric metric() {
            return all.getFirst().metric();
        }

        /// By how much numbers changed, whatever the direction.
        double moved() {
            return moved;
        }

        TrendsAnswer.Restated restated() {
            BitSet accounts = new BitSet();
            BitSet posts = new BitSet();
            double before = 0;
            double after = 0;
            for (Restatement one : all) {
                accounts.set(one.account());
                if (one.ofPost()) {
                    posts.set(one.post());
                }
                before += one.before();
                after += one.after();
            }
            boolean adds = metric().kind().adds() || all.size() == 1;
            return new TrendsAnswer.Restated(
                    LocalDate.ofEpochDay(key.seenOn()),
                    key.ofPosts() ? Coverage.Unit.POST : Coverage.Unit.ACCOUNT_DAY,
                    key.ofPosts() ? posts.cardinality() : all.size(),
                    accounts.cardinality(),
                    adds ? before : null,
                    adds ? after : null,
                    formerAsOf());
        }

        /// The last instant as of which all the numbers before are told; null where there is none.
        private @Nullable Instant formerAsOf() {
            Instant last = null;
            for (Restatement one : all) {
                Instant asOf = one.formerAsOf();
                if (asOf == null) {
                    return null;
                }
                last = last == null || asOf.isBefore(last) ? asOf : last;
            }
            Instant common = last;
            boolean allKnown = common != null
                    && all.stream().noneMatch(one -> one.formerKnownAt().isAfter(common));
            return allKnown ? common : null;
        }
    }
}
