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
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Threads answers about an account, its posts and its days.
final class ThreadsAnswers {
    /// Nothing is told from before 13 April 2024.
    private static final long EARLIEST = 1_712_991_600;

    private final Clock clock;
    private final MetaInsights insights;
    private final ThreadsPosts posts;
    private final MetaAudience audience;

    ThreadsAnswers(Clock clock, MetaInsights insights, SimulatedPictures pictures) {
        this.clock = clock;
        this.insights = insights;
        posts = new ThreadsPosts(pictures);
        audience = new MetaAudience(clock);
    }

    Answer account(SimulatedAccount account, MetaFields fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", account.externalId()).put("username", account.handle());
        json.put("name", account.name()).put("threads_biography", "");
        return Answer.json(fields.of(json).toString());
    }

    Answer posts(Call call, SimulatedAccount account, MetaFields fields) {
        Instant since = call.query("since")
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        List<SimulatedPost> listed = account.visible(clock.instant()).stream()
                .filter(post -> !post.publishedAt().isBefore(since))
                .toList();
        return MetaPaging.page(call, listed, post -> posts.post(account, post, fields));
    }

    /// Of what was passed on there are no numbers.
    Answer ofPost(Call call, SimulatedAccount account, String id) {
        SimulatedPost post = account.visible(clock.instant()).stream()
                .filter(each -> MetaIds.media(each).equals(id))
                .findFirst()
                .orElseThrow(() -> new MetaRefusal(MetaErrors.missing(id)));
        List<String> asked = asked(call);
        insights.check(asked, ThreadsMetrics.OF_POSTS.keySet());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("data", insights.ofPost(post, asked, ThreadsMetrics.OF_POSTS));
        return Answer.json(json.toString());
    }

    Answer ofAccount(Call call, SimulatedAccount account) {
        List<String> asked = asked(call);
        Set<String> known = new TreeSet<>(ThreadsMetrics.TOTALS.keySet());
        known.addAll(List.of(ThreadsMetrics.VIEWS, ThreadsMetrics.FOLLOWERS, MetaAudience.METRIC));
        insights.check(asked, known);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        for (String name : asked) {
            switch (name) {
                case ThreadsMetrics.FOLLOWERS -> total(data, name, (long) account.followers(clock.instant()));
                case MetaAudience.METRIC ->
                    audience.tell(data, account, call.query("breakdown").orElse(""));
                default -> ofDays(data, account, name, span(call));
            }
        }
        return Answer.json(json.toString());
    }

    private void ofDays(ArrayNode data, SimulatedAccount account, String name, MetaInsights.Span span) {
        if (name.equals(ThreadsMetrics.VIEWS)) {
            data.add(insights.series(account, name, Metric.PROFILE_VISITS, span));
            return;
        }
        Metric metric = ThreadsMetrics.TOTALS.getOrDefault(name, Metric.LIKES);
        insights.total(account, metric, span.days().stream()).ifPresent(value -> {
            if (name.equals(ThreadsMetrics.CLICKS)) {
                byLink(data, (long) value);
            } else {
                total(data, name, (long) value);
            }
        });
    }

    private static void total(ArrayNode data, String name, long value) {
        data.addObject()
                .put("name", name)
                .put("period", "day")
                .putObject("total_value")
                .put("value", value);
    }

    private static void byLink(ArrayNode data, long clicks) {
        ArrayNode links = data.addObject()
                .put("name", ThreadsMetrics.CLICKS)
                .put("period", "day")
                .putArray("link_total_values");
        links.addObject().put("value", clicks - clicks / 3).put("link_url", "https://harbour-coffee.example/");
        links.addObject().put("value", clicks / 3).put("link_url", "https://harbour-coffee.example/shop");
    }

    private static List<String> asked(Call call) {
        return List.of(call.query("metric").orElse("").split(",", -1));
    }

    private static MetaInsights.Span span(Call call) {
        if (call.query("since").map(Long::parseLong).orElse(EARLIEST) < EARLIEST) {
            throw new MetaRefusal(
                    MetaErrors.of(100, 0, "(#100) Param since must be greater than or equal to " + EARLIEST));
        }
        return MetaInsights.span(call);
    }
}
