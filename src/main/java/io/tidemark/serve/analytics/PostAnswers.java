package io.tidemark.serve.analytics;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.View;
import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.PostNumbers;
import io.tidemark.analytics.post.PostOrder;
import io.tidemark.analytics.post.PostPage;
import io.tidemark.analytics.post.PostPage.Position;
import io.tidemark.analytics.post.PostRow;
import io.tidemark.analytics.post.TopPosts;
import io.tidemark.analytics.post.ValueState;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.PostText;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Metric;
import io.tidemark.serve.analytics.TopPostsAnswer.RankedPost;
import io.tidemark.words.Sentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists of posts: what a frame knows of them, together with their words.
final class PostAnswers {
    private static final Sentence PUBLISHED = Sentence.of("posts_published_in_period", "posts published in the period");

    private final Posts posts;

    PostAnswers(Posts posts) {
        this.posts = posts;
    }

    /// Which page of which list.
    ///
    /// @param search words that the text has to contain, null for any text
    /// @param cursor null for the first page
    record ListQuestion(
            PostOrder order,
            @Nullable String search,
            int limit,
            @Nullable PostCursor cursor) {}

    PostListAnswer list(Asked asked, ListQuestion question) {
        PostCursor cursor = question.cursor();
        Frame frame = asked.frame();
        PostNumbers numbers = numbers(asked);
        Period period = cursor == null ? numbers.view().period(asked.query().period()) : cursor.period();
        Position after = cursor == null ? null : cursor.position();
        PostPage page = PostPage.of(
                numbers,
                new PostPage.Scope(period, containing(posts, asked, question.search(), period)),
                question.order(),
                after,
                question.limit());
        return new PostListAnswer(
                frame.businessId(),
                period(period, frame.zone()),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                question.order().text(),
                page.total(),
                views(asked, numbers, page.rows()),
                next(asked, page, period),
                cursor != null && cursor.dataVersion() != frame.dataVersion(),
                definitions(asked.query()));
    }

    TopPostsAnswer top(Asked asked, TopPosts.Question question) {
        Frame frame = asked.frame();
        PostNumbers numbers = numbers(asked);
        Period period = numbers.view().period(asked.query().period());
        TopPosts top = TopPosts.of(numbers, period, asked.query().filters(), question);
        List<PostView> views = views(
                asked,
                numbers,
                top.posts().stream().mapToInt(TopPosts.Ranked::row).toArray());
        List<RankedPost> posts = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            TopPosts.Ranked ranked = top.posts().get(i);
            posts.add(new RankedPost(
                    ranked.rank(),
                    views.get(i),
                    ranked.score(),
                    ranked.percentile(),
                    ranked.fair(),
                    ranked.performance()));
        }
        return new TopPostsAnswer(
                frame.businessId(),
                period(period, frame.zone()),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                question.key().key(),
                question.rank(),
                rankedBy(question),
                top.considered(),
                top.leftOut(),
                posts,
                definitions(asked.query()));
    }

    /// What a ranking is by, in words, so that nobody takes one kind for another.
    private static String rankedBy(TopPosts.Question question) {
        boolean ofRates = question.key() == PostKey.Derived.ENGAGEMENT_RATE;
        return switch (question.rank()) {
            case VALUE ->
                ofRates
                        ? "the rate as it is: posts that few people saw can lead by chance"
                        : "the count as it is now: older posts had more time";
            case FAIR ->
                ofRates
                        ? "the rate to be expected in the long run"
                        : "the count that each post is expected to settle at";
            case CONSERVATIVE ->
                ofRates
                        ? "the rate that each post exceeds in the long run with a chance of nine in ten"
                        : "the count that each post settles at with a chance of nine in ten or more";
        };
    }

    static PostNumbers numbers(Asked asked) {
        return new PostNumbers(new View(asked.frame(), asked.query().filters(), asked.now()), asked.query());
    }

    /// The posts of some rows as they are shown, with one query each for their texts, their pictures and why
    /// values are missing.
    List<PostView> views(Asked asked, PostNumbers numbers, int[] rows) {
        Map<Long, Map<Metric, ValueState>> reasons = reasons(asked, numbers, rows);
        List<PostRow> found = Arrays.stream(rows)
                .mapToObj(row -> PostRow.of(
                        numbers, row, reasons.getOrDefault(numbers.account(row).id(), Map.of())))
                .toList();
        long business = asked.business().id();
        List<Long> ids = found.stream().map(PostRow::id).toList();
        Map<Long, PostText> texts = posts.texts(business, ids, asked.asOf()).stream()
                .collect(Collectors.toMap(PostText::postId, Function.identity()));
        Set<Long> pictured = posts.pictured(business, ids);
        return found.stream()
                .map(row ->
                        PostView.of(row, texts.get(row.id()), ThumbnailController.path(business, row.id(), pictured)))
                .toList();
    }

    private Map<Long, Map<Metric, ValueState>> reasons(Asked asked, PostNumbers numbers, int[] rows) {
        Set<Long> accounts =
                Arrays.stream(rows).mapToObj(row -> numbers.account(row).id()).collect(Collectors.toSet());
        return posts.absences(asked.business().id(), accounts, asked.asOf()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Reasons.of(entry.getValue())));
    }

    static PeriodAnswer period(Period period, ZoneId zone) {
        return new PeriodAnswer(period.from(), period.to(), zone.getId(), Basis.PUBLISHED, PUBLISHED.said());
    }

    static Map<String, String> definitions(AnalyticsQuery query) {
        List<Definition> named = new ArrayList<>(Definitions.given());
        named.addAll(List.of(query.engagement().definition(), Definitions.ENGAGEMENT_RATE));
        return Definitions.formulas(named);
    }

    /// The rows whose text has some words; all rows where there are none.
    static IntPredicate containing(Posts posts, Asked asked, @Nullable String words, Period period) {
        if (words == null) {
            return row -> true;
        }
        Frame frame = asked.frame();
        long[] ids = posts.containing(
                asked.business().id(), words, period.start(frame.zone()), period.end(frame.zone()), asked.asOf());
        return row -> Arrays.binarySearch(ids, frame.posts().id(row)) >= 0;
    }

    private static @Nullable String next(Asked asked, PostPage page, Period period) {
        Position next = page.next();
        return next == null
                ? null
                : new PostCursor(PostCursor.digest(asked.given()), asked.frame().dataVersion(), period, next).text();
    }
}
