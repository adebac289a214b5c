package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers of posts: collects them with their media and with what stands in the way.
final class XPosts {
    static final String PRIVATE = "non_public_metrics";

    private static final Duration PRIVATE_FOR = Duration.ofDays(30);

    private final XWords words;
    private final Instant now;
    private final Set<String> fields;
    private final Set<String> mediaFields;
    private final boolean withMedia;
    private final SimulatedPictures pictures;
    private final ArrayNode data = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode media = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();

    XPosts(XWords words, Instant now, Call call, SimulatedPictures pictures) {
        this.pictures = pictures;
        this.words = words;
        this.now = now;
        fields = list(call, words.fields());
        mediaFields = list(call, "media.fields");
        withMedia = list(call, "expansions").contains("attachments.media_keys");
    }

    /// A post and whose it is.
    record Found(SimulatedAccount account, SimulatedPost post) {}

    /// All that can be seen, by the ids of all their versions.
    static Map<String, Found> byId(List<SimulatedAccount> accounts, Instant now) {
        Map<String, Found> found = new HashMap<>();
        for (SimulatedAccount account : accounts) {
            for (SimulatedPost post : account.visible(now)) {
                XIds.versions(post, now).forEach(id -> found.put(id, new Found(account, post)));
            }
        }
        return found;
    }

    /// A refusal of what was asked for; null where all is known.
    static @Nullable Answer refusal(XWords words, Call call) {
        for (Map.Entry<String, String> parameter : call.query().entrySet()) {
            if (!words.takes(parameter.getKey())) {
                return XProblems.badParameter(
                        parameter.getKey(),
                        List.of(parameter.getValue()),
                        "The query parameter [" + parameter.getKey() + "] is not one of those of this endpoint");
            }
        }
        List<String> unknown = list(call, words.fields()).stream()
                .filter(field -> !words.hasField(field))
                .toList();
        return unknown.isEmpty()
                ? null
                : XProblems.badParameter(
                        words.fields(),
                        unknown,
                        "The `" + words.fields() + "` query parameter value [" + unknown.getFirst()
                                + "] is not one of those known");
    }

    static Set<String> list(Call call, String name) {
        return Arrays.stream(call.query(name).orElse("").split(",", -1))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whether the author's own numbers are asked for and refused.
    boolean refusesPrivate(Found found, String person) {
        return fields.contains(PRIVATE)
                && (!found.account().externalId().equals(person)
                        || found.post().publishedAt().plus(PRIVATE_FOR).isBefore(now));
    }

    void add(Found found, String id, boolean open) {
        Set<String> shown =
                fields.stream().filter(field -> !open || !field.equals(PRIVATE)).collect(Collectors.toSet());
        XPostJson json = new XPostJson(words, found.account(), found.post(), id, now, pictures);
        data.add(json.of(shown));
        if (withMedia) {
            json.mediaKeys().forEach(key -> media.add(json.media(key, mediaFields)));
        }
    }

    void problem(ObjectNode problem) {
        errors.add(problem);
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        data.forEach(each -> ids.add(each.path("id").asString("")));
        return ids;
    }

    /// What is empty is left out, as X does.
    ObjectNode answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!data.isEmpty()) {
            answer.set("data", data);
        }
        if (!media.isEmpty()) {
            answer.putObject("includes").set("media", media);
        }
        if (!errors.isEmpty()) {
            answer.set("errors", errors);
        }
        return answer;
    }
}
