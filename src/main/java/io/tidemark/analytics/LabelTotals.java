package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Answers how the published posts of each label of a kind did. A post with several labels of the kind counts in each
/// of them.
public final class LabelTotals {
    /// Labels in one answer, those with the most posts first.
    public static final int MOST_LABELS = 100;

    private final View view;
    private final AnalyticsQuery query;
    private final LabelKind kind;
    private final Labels labels;
    private final Question question;

    private LabelTotals(View view, AnalyticsQuery query, LabelKind kind) {
        this.view = view;
        this.query = query;
        this.kind = kind;
        labels = view.frame().labels();
        question = new Question(view, query);
    }

    /// @param now the present; a frame as of an instant is answered as of that instant, with the labels of today
    /// @throws BadQuery where the question contradicts itself
    public static LabelTotalsAnswer compute(Frame frame, AnalyticsQuery query, LabelKind kind, Instant now) {
        View view = new View(frame, query.filters(), now);
        return new LabelTotals(view, query.on(Basis.Choice.PUBLISHED), kind).answer();
    }

    private record Counted(Label label, int posts) {}

    /// The labels with the numbers of their posts, those with the most first.
    ///
    /// @param several the rows of posts with several labels of the kind
    private record Carried(List<Counted> labels, BitSet several) {}

    private Carried carried() {
        BitSet published = published();
        BitSet once = new BitSet();
        BitSet several = new BitSet();
        List<Counted> counted = new ArrayList<>();
        for (Label label : labels.of(kind)) {
            int posts = 0;
            for (int row : labels.rows(label)) {
                if (published.get(row)) {
                    posts++;
                    several.set(row, several.get(row) || once.get(row));
                    once.set(row);
                }
            }
            counted.add(new Counted(label, posts));
        }
        counted.sort(Comparator.comparingInt(Counted::posts).reversed());
        return new Carried(counted, several);
    }

    private LabelTotalsAnswer answer() {
        Frame frame = view.frame();
        Carried carried = carried();
        LabelledPosts posts = new LabelledPosts(labels, frame.posts().size());
        LabelTotalsAnswer.Numbers all = numbers(view);
        return new LabelTotalsAnswer(
                frame.businessId(),
                question.periodAnswer(),
                question.comparisonAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                kind,
                "now",
                carried.labels().stream()
                        .limit(MOST_LABELS)
                        .map(Counted::label)
                        .map(label -> row(view.within(posts.with(label)), label))
                        .toList(),
                Math.max(0, carried.labels().size() - MOST_LABELS),
                numbers(view.within(posts.without(labels.of(kind)))),
                all,
                new LabelTotalsAnswer.Overlap(
                        carried.several().cardinality(), carried.several().isEmpty()),
                Formulas.of(query.engagement(), all.rates()));
    }

    /// The rows of the posts in view that were published in the period.
    private BitSet published() {
        PostFrame posts = view.posts();
        BitSet rows = new BitSet();
        int end = posts.firstRowFrom(question.period().endDay());
        for (int row = posts.firstRowFrom(question.period().firstDay()); row < end; row++) {
            if (view.hasPost(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private LabelTotalsAnswer.LabelRow row(View posts, Label label) {
        return new LabelTotalsAnswer.LabelRow(label.id(), label.name(), numbers(posts));
    }

    private LabelTotalsAnswer.Numbers numbers(View posts) {
        Question narrowed = new Question(posts, query);
        Parts parts = Parts.byPlatform(posts);
        Scope all = parts.all();
        Sides sides = narrowed.sides(parts);
        FollowerHistory history = new FollowerHistory(posts);
        FollowerLevels followers = new FollowerLevels(posts, history, narrowed.period(), narrowed.previous());
        PublishedPosts published = new PublishedPosts(narrowed, query, parts, history);
        Map<String, MetricAnswer> metrics =
                new MetricAnswers(sides, followers, posts.frame().zone()).ofPosts(query.engagement(), all);
        return new LabelTotalsAnswer.Numbers(
                published.answer(all),
                metrics,
                PlatformComparison.perPost(published.slice(), query, all),
                new Rates(sides, history, query, posts.platforms()).all(all));
    }
}
