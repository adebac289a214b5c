package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Instagram answers about an account and its posts.
final class InstagramAnswers {
    private static final InstagramPosts.Setup USUAL = new InstagramPosts.Setup(false, Instant.EPOCH);

    private final Clock clock;
    private final InstagramPosts posts;
    private final Map<String, InstagramPosts.Setup> setups = new ConcurrentHashMap<>();

    InstagramAnswers(Clock clock, MetaInsights insights, SimulatedPictures pictures) {
        this.clock = clock;
        posts = new InstagramPosts(insights, pictures);
    }

    void setUp(SimulatedAccount account, InstagramPosts.Setup setup) {
        setups.put(account.externalId(), setup);
    }

    /// @param id beside `user_id`, of the app alone
    Answer account(SimulatedAccount account, String id, MetaFields fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("user_id", Long.parseLong(account.externalId()));
        json.put("username", account.handle()).put("name", account.name());
        json.put("account_type", "BUSINESS").put("followers_count", (long) account.followers(clock.instant()));
        return Answer.json(fields.of(json).toString());
    }

    Answer media(Call call, SimulatedAccount account, MetaFields fields) {
        Instant since = call.query("since")
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        List<SimulatedPost> listed = account.visible(clock.instant()).stream()
                .filter(post -> !InstagramPosts.isStory(post))
                .filter(post -> !post.publishedAt().isBefore(since))
                .toList();
        return MetaPaging.page(call, listed, post -> posts.media(post, fields, setup(account)));
    }

    Answer stories(Call call, SimulatedAccount account, MetaFields fields) {
        List<SimulatedPost> live = account.visible(clock.instant()).stream()
                .filter(InstagramPosts::isStory)
                .filter(story -> InstagramPosts.isLive(story, clock.instant()))
                .toList();
        return MetaPaging.page(call, live, post -> posts.media(post, fields, setup(account)));
    }

    /// A post by its id; empty where there is none (any more). A story goes with its day.
    Optional<JsonNode> object(SimulatedAccount account, String id, MetaFields fields) {
        return account.visible(clock.instant()).stream()
                .filter(post -> MetaIds.media(post).equals(id))
                .filter(post -> !InstagramPosts.isStory(post) || InstagramPosts.isLive(post, clock.instant()))
                .findFirst()
                .map(post -> posts.media(post, fields, setup(account)));
    }

    private InstagramPosts.Setup setup(SimulatedAccount account) {
        return setups.getOrDefault(account.externalId(), USUAL);
    }
}
