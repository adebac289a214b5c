package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Facebook answers about a page.
final class PageAnswers {
    private static final int LONGEST_SPAN = 90;

    private final Clock clock;
    private final MetaInsights insights;
    private final PagePosts posts;
    private volatile int heaviest = Integer.MAX_VALUE;
    private volatile boolean reelsListed = true;

    PageAnswers(Clock clock, MetaInsights insights, SimulatedPictures pictures) {
        this.clock = clock;
        this.insights = insights;
        posts = new PagePosts(insights, pictures);
    }

    /// Pages of posts of more than so many are too heavy.
    void heaviest(int limit) {
        heaviest = limit;
    }

    void listReels(boolean whether) {
        reelsListed = whether;
    }

    Answer account(SimulatedAccount page, MetaFields fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", page.externalId()).put("name", page.name()).put("username", page.handle());
        json.put("followers_count", (long) page.followers(clock.instant()));
        return Answer.json(fields.of(json).toString());
    }

    Answer posts(Call call, SimulatedAccount page, MetaFields fields) {
        if (call.query("limit").map(Integer::parseInt).orElse(0) > heaviest) {
            return MetaErrors.tooMuch();
        }
        Instant since = call.query("since")
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        List<SimulatedPost> listed = page.visible(clock.instant()).stream()
                .filter(PagePosts::isListed)
                .filter(post -> !post.publishedAt().isBefore(since))
                .toList();
        return MetaPaging.page(call, listed, post -> posts.post(page, post, fields));
    }

    Answer reels(Call call, SimulatedAccount page, MetaFields fields) {
        if (!reelsListed) {
            return MetaErrors.of(100, 0, "(#100) Tried accessing nonexisting field (video_reels)");
        }
        List<SimulatedPost> reels =
                page.visible(clock.instant()).stream().filter(PagePosts::isReel).toList();
        return MetaPaging.page(call, reels, reel -> posts.reel(page, reel, fields));
    }

    /// A post or a reel by its id; empty where there is none (any more).
    Optional<JsonNode> object(SimulatedAccount page, String id, MetaFields fields) {
        for (SimulatedPost post : page.visible(clock.instant())) {
            if (MetaIds.post(page, post).equals(id)) {
                return Optional.of(posts.post(page, post, fields));
            }
            if (PagePosts.isReel(post) && MetaIds.video(post).equals(id)) {
                return Optional.of(posts.reel(page, post, fields));
            }
        }
        return Optional.empty();
    }

    Answer insights(Call call, SimulatedAccount page) {
        List<String> asked = List.of(call.query("metric").orElse("").split(",", -1));
        Set<String> known = PageMetrics.OF_DAYS.keySet();
        insights.check(asked, known);
        MetaInsights.Span span = MetaInsights.span(call);
        if (span.isLongerThan(LONGEST_SPAN)) {
            return MetaErrors.tooLong(LONGEST_SPAN);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        for (String name : asked) {
            Metric metric = PageMetrics.OF_DAYS.getOrDefault(name, Metric.IMPRESSIONS);
            ObjectNode series = insights.series(page, name, metric, span);
            if (name.equals(PageMetrics.REACTIONS_OF_DAY)) {
                series.path("values").forEach(PageAnswers::inKinds);
            }
            if (!series.path("values").isEmpty()) {
                data.add(series);
            }
        }
        return Answer.json(json.toString());
    }

    private static void inKinds(JsonNode told) {
        long value = told.path("value").asLong();
        ((ObjectNode) told).putObject("value").put("like", value - value / 3).put("love", value / 3);
    }
}
