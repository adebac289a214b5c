package io.tidemark.analytics;

import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Answers what kind of post does what: of the posts published in the period, or, on the activity basis, of what
/// happened on posts of each type, which readings of posts alone can tell.
public final class ContentTypes {
    private final View view;
    private final AnalyticsQuery query;
    private final Question question;
    private final Parts parts;
    private final PublishedPosts published;
    private final FollowerHistory history;
    private final Map<String, String> definitions = new TreeMap<>();

    private ContentTypes(View view, AnalyticsQuery query) {
        this.view = view;
        this.query = query;
        question = new Question(view, query);
        parts = Parts.byType(view);
        history = new FollowerHistory(view);
        published = new PublishedPosts(question, query, parts, history);
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where the question contradicts itself
    public static ContentTypesAnswer compute(Frame frame, AnalyticsQuery query, Instant now) {
        // Naming all types says the same as naming none, and that facts about whole accounts are no answer.
        AnalyticsQuery typed = query.filters().contentTypes().isEmpty()
                ? query.with(query.filters().ofTypes(EnumSet.allOf(ContentType.class)))
                : query;
        return new ContentTypes(new View(frame, typed.filters(), now), typed).answer();
    }

    /// The same, and for each platform by itself: on the basis and for the days of the whole, so that platforms can be
    /// held against each other.
    public static ContentTypesAnswer byPlatform(Frame frame, AnalyticsQuery query, Instant now) {
        ContentTypesAnswer whole = compute(frame, query, now);
        AnalyticsQuery alike =
                query.on(whole.period().basis() == Basis.ACTIVITY ? Basis.Choice.ACTIVITY : Basis.Choice.PUBLISHED);
        return whole.split(new View(frame, query.filters(), now)
                .platforms().stream()
                        .map(platform -> ofPlatform(
                                platform,
                                compute(
                                        frame,
                                        ofTheSameDays(alike, whole.period())
                                                .with(query.filters().ofPlatform(platform)),
                                        now)))
                        .toList());
    }

    /// All days are those of which something is there, which may be fewer on a platform; they compare with nothing.
    private static AnalyticsQuery ofTheSameDays(AnalyticsQuery query, PeriodAnswer days) {
        boolean all = query.period() instanceof PeriodChoice.Named(Range range) && range == Range.ALL;
        return all
                ? query.over(new PeriodChoice.Dates(new Period(days.from(), days.to())))
                        .comparing(Comparison.of(Comparison.Rule.NONE))
                : query;
    }

    private static ContentTypesAnswer.OfPlatform ofPlatform(Platform platform, ContentTypesAnswer answer) {
        return new ContentTypesAnswer.OfPlatform(platform, answer.posts(), answer.contentTypes());
    }

    private ContentTypesAnswer answer() {
        int posts = published.slice().items(parts.all());
        List<ContentTypesAnswer.Row> rows = new ArrayList<>();
        boolean activity = question.basis() == Basis.ACTIVITY;
        Numbers together = activity ? null : numbers(question.sides(parts), parts.all());
        for (ContentType type : ContentType.values()) {
            Scope scope = parts.one(type);
            if (view.has(type) && (published.has(scope) || hasActivity(type))) {
                rows.add(row(type, scope, posts, together == null ? ofType(type) : together.of(scope)));
            }
        }
        rows.sort(Comparator.comparingInt(
                        (ContentTypesAnswer.Row row) -> -row.published().posts().value())
                .thenComparing(ContentTypesAnswer.Row::contentType));
        Frame frame = view.frame();
        return new ContentTypesAnswer(
                frame.businessId(),
                question.periodAnswer(),
                question.comparisonAnswer(),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                posts,
                rows,
                List.of(),
                definitions);
    }

    /// Where the numbers of a type come from.
    private record Numbers(MetricAnswers metrics, Rates rates, Scope scope) {
        Numbers of(Scope other) {
            return new Numbers(metrics, rates, other);
        }
    }

    private Numbers numbers(Sides sides, Scope scope) {
        FollowerLevels levels = new FollowerLevels(view, history, question.period(), question.previous());
        return new Numbers(
                new MetricAnswers(sides, levels, view.frame().zone()),
                new Rates(sides, history, query, view.platforms()),
                scope);
    }

    /// What happened on the posts of one type.
    private Numbers ofType(ContentType type) {
        View narrowed = view.ofTypes(Set.of(type));
        Parts platforms = Parts.byPlatform(narrowed);
        Slicing own = new Slicing(narrowed, question.period(), question.previous());
        return numbers(question.sides(platforms, own), platforms.all());
    }

    private boolean hasActivity(ContentType type) {
        if (question.basis() != Basis.ACTIVITY) {
            return false;
        }
        for (int account = 0; account < view.accountCount(); account++) {
            if (view.has(account) && view.activity().types(account).contains(type)) {
                return true;
            }
        }
        return false;
    }

    private ContentTypesAnswer.Row row(ContentType type, Scope scope, int posts, Numbers numbers) {
        Map<String, MetricAnswer> ofPosts = numbers.metrics().all(numbers.scope());
        ofPosts.remove(Metric.FOLLOWERS.key());
        Map<String, RateAnswer> told = numbers.rates().all(numbers.scope());
        definitions.putAll(Formulas.of(query.engagement(), told));
        PublishedAnswer ofType = published.answer(scope);
        return new ContentTypesAnswer.Row(
                type,
                posts == 0 ? null : ofType.posts().value() / (double) posts,
                ofPosts,
                numbers.metrics().engagement(query.engagement(), numbers.scope()),
                PlatformComparison.perPost(published.slice(), query, scope),
                told,
                ofType);
    }
}
