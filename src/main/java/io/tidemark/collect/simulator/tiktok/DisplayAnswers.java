package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers of the Display API to a call that is let in.
///
/// @param granted what the person has allowed
record DisplayAnswers(SimulatedAccount account, Set<String> granted, Instant now, SimulatedPictures pictures) {
    private static final int MOST = 20;
    private static final int USUAL = 10;

    /// Which permission a field of the account takes.
    private static final Map<String, String> USER_FIELDS = Map.ofEntries(
            Map.entry("open_id", "user.info.basic"),
            Map.entry("union_id", "user.info.basic"),
            Map.entry("avatar_url", "user.info.basic"),
            Map.entry("display_name", "user.info.basic"),
            Map.entry("username", "user.info.profile"),
            Map.entry("profile_deep_link", "user.info.profile"),
            Map.entry("bio_description", "user.info.profile"),
            Map.entry("is_verified", "user.info.profile"),
            Map.entry("follower_count", "user.info.stats"),
            Map.entry("following_count", "user.info.stats"),
            Map.entry("likes_count", "user.info.stats"),
            Map.entry("video_count", "user.info.stats"));

    private static final Map<String, Metric> COUNTERS = Map.of(
            "view_count", Metric.VIDEO_VIEWS,
            "like_count", Metric.LIKES,
            "comment_count", Metric.COMMENTS,
            "share_count", Metric.SHARES);
    private static final Set<String> VIDEO_FIELDS = Set.of(
            "id",
            "create_time",
            "cover_image_url",
            "share_url",
            "video_description",
            "duration",
            "height",
            "width",
            "title",
            "embed_html",
            "embed_link");

    /// Of an account, `open_id` is another one for each app.
    static String openId(SimulatedAccount account) {
        return "-000" + account.externalId();
    }

    Answer user(Call call) {
        Set<String> fields = fields(call, USER_FIELDS.keySet());
        for (String field : fields) {
            permit(USER_FIELDS.getOrDefault(field, ""));
        }
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("open_id", openId(account)).put("union_id", "union-" + account.externalId());
        all.put("display_name", account.name()).put("username", account.handle());
        all.put("follower_count", (long) account.followers(now)).put("following_count", 10);
        all.put("video_count", videos().size()).put("is_verified", false);
        fields.forEach(field -> all.optional(field).ifPresent(value -> user.set(field, value)));
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("user", user);
        return ok(data);
    }

    Answer list(Call call) {
        Set<String> fields = videoFields(call);
        JsonNode body = body(call);
        int count = body.path("max_count").asInt(USUAL);
        if (count < 1 || count > MOST) {
            throw parameters("max_count should be from 1 to 20");
        }
        Instant before =
                body.has("cursor") ? Instant.ofEpochMilli(body.path("cursor").asLong(0)) : now.plusSeconds(1);
        TikTokPosts.Page page = TikTokPosts.page(TikTokPosts.shown(account, now), before, count);
        ObjectNode data = videos(page.posts(), fields);
        return ok(data.put("cursor", page.cursor()).put("has_more", page.more()));
    }

    Answer query(Call call) {
        Set<String> fields = videoFields(call);
        JsonNode ids = body(call).path("filters").path("video_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
            throw parameters("filters.video_ids should hold from 1 to 20 ids");
        }
        Set<String> asked = ids.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        return ok(videos(TikTokPosts.of(videos(), asked), fields));
    }

    private List<SimulatedPost> videos() {
        return TikTokPosts.shown(account, now);
    }

    /// Photos are left out: this API tells of videos.
    private ObjectNode videos(List<SimulatedPost> posts, Set<String> fields) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode videos = data.putArray("videos");
        posts.stream()
                .filter(post -> !post.kind().equals(TikTokPosts.PHOTO))
                .forEach(post -> videos.add(video(post, fields)));
        return data;
    }

    private ObjectNode video(SimulatedPost post, Set<String> fields) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("id", TikTokPosts.id(post)).put("title", "").put("duration", 31);
        all.put("create_time", post.publishedAt().getEpochSecond()).put("video_description", post.text());
        all.put("share_url", TikTokPosts.link(account, post) + "?utm_campaign=tt4d_open_api&utm_source=app");
        all.put("cover_image_url", pictures.address(post.number()) + "?x-expires=" + now.getEpochSecond());
        COUNTERS.forEach((name, metric) -> {
            OptionalDouble value = post.value(metric, now);
            if (value.isPresent()) {
                all.put(name, (long) value.getAsDouble());
            }
        });
        ObjectNode video = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> all.optional(field).ifPresent(value -> video.set(field, value)));
        return video;
    }

    private Set<String> videoFields(Call call) {
        permit("video.list");
        Set<String> known = new LinkedHashSet<>(VIDEO_FIELDS);
        known.addAll(COUNTERS.keySet());
        return fields(call, known);
    }

    private static Set<String> fields(Call call, Set<String> known) {
        Set<String> fields =
                new LinkedHashSet<>(List.of(call.query("fields").orElse("").split(",", -1)));
        fields.stream().filter(field -> !known.contains(field)).findFirst().ifPresent(field -> {
            throw parameters("Invalid fields are requested: " + field);
        });
        return fields;
    }

    private void permit(String scope) {
        if (!granted.contains(scope)) {
            throw Refused.display(
                    401,
                    "scope_not_authorized",
                    "The user did not authorize the scope required for completing this request.");
        }
    }

    private static JsonNode body(Call call) {
        if (call.header("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isEmpty()) {
            throw parameters("The content type should be application/json");
        }
        try {
            return JsonMapper.shared().readTree(call.body());
        } catch (JacksonException _) {
            throw parameters("The body is not JSON");
        }
    }

    private static Refused parameters(String message) {
        return Refused.display(400, "invalid_params", message);
    }

    private static Answer ok(ObjectNode data) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        answer.putObject("error").put("code", "ok").put("message", "").put("log_id", "2026112612");
        return Answer.json(answer.toString());
    }
}
