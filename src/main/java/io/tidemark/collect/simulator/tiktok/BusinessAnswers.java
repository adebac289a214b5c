package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers of the Accounts API to a call that is let in.
///
/// @param granted what the person has allowed
record BusinessAnswers(SimulatedAccount account, Set<String> granted, Instant now, BusinessNumbers numbers) {
    private static final int MOST = 20;
    private static final int KEPT_DAYS = 60;
    private static final int USUAL_DAYS = 7;
    private static final int DENIED = 40001;
    private static final int BAD_PARAMETER = 40002;

    private static final Set<String> NOW = Set.of("username", "display_name", "followers_count", "videos_count");

    Answer token() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("app_id", "app").put("creator_id", account.externalId());
        return ok(data.put("scope", String.join(",", granted)));
    }

    Answer account(Call call) {
        Set<String> fields = fields(call, NOW, BusinessNumbers.DAY_FIELDS.keySet());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("username", account.handle()).put("display_name", account.name());
        all.put("followers_count", (long) account.followers(now));
        all.put("videos_count", TikTokPosts.shown(account, now).size());
        fields.forEach(field -> all.optional(field).ifPresent(value -> data.set(field, value)));
        Set<String> daily = new LinkedHashSet<>(fields);
        daily.retainAll(BusinessNumbers.DAY_FIELDS.keySet());
        if (!daily.isEmpty()) {
            permit("user.insights");
            data.set("metrics", days(call, daily));
        }
        return ok(data);
    }

    private ArrayNode days(Call call, Set<String> fields) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate to = day(call, "end_date", today.minusDays(1));
        LocalDate from = day(call, "start_date", to.minusDays(USUAL_DAYS - 1L));
        if (from.isAfter(to) || from.isBefore(today.minusDays(KEPT_DAYS)) || !to.isBefore(today)) {
            throw parameter("start_date and end_date: of the last 60 days until yesterday, in their order");
        }
        ArrayNode days = JsonNodeFactory.instance.arrayNode();
        from.datesUntil(to.plusDays(1))
                .map(day -> numbers.day(account, day, fields))
                .forEach(day -> day.ifPresent(days::add));
        return days;
    }

    Answer posts(Call call) {
        permit("video.list");
        Set<String> fields = fields(call, BusinessNumbers.TEXTS, BusinessNumbers.POST_FIELDS.keySet());
        if (!fields.contains("item_id")) {
            throw parameter("fields: item_id is required");
        }
        if (fields.stream().anyMatch(BusinessNumbers::isInsight)) {
            permit("video.insights");
        }
        int count = number(call, "max_count", 10);
        if (count < 1 || count > MOST) {
            throw parameter("max_count: must be from 1 to 20");
        }
        List<SimulatedPost> shown = TikTokPosts.shown(account, now);
        Instant before =
                call.query("cursor").isPresent() ? Instant.ofEpochMilli(number(call, "cursor")) : now.plusSeconds(1);
        TikTokPosts.Page page =
                TikTokPosts.page(shown.stream().filter(filter(call)).toList(), before, count);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode videos = data.putArray("videos");
        page.posts().forEach(post -> videos.add(numbers.post(account, post, fields)));
        return ok(data.put("cursor", page.cursor()).put("has_more", page.more()));
    }

    private static Predicate<SimulatedPost> filter(Call call) {
        if (call.query("filters").isEmpty()) {
            return post -> true;
        }
        JsonNode ids = json(call, "filters").path("video_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
            throw parameter("filters: video_ids must hold from 1 to 20 ids");
        }
        Set<String> asked = ids.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        return post -> asked.contains(TikTokPosts.id(post));
    }

    private static Set<String> fields(Call call, Set<String> known, Set<String> alsoKnown) {
        JsonNode list = json(call, "fields");
        Set<String> fields = list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        if (!list.isArray() || fields.isEmpty()) {
            throw parameter("fields: must be a list");
        }
        fields.stream()
                .filter(field -> !known.contains(field) && !alsoKnown.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw parameter("fields: " + field + " is not one of those known");
                });
        return fields;
    }

    private void permit(String scope) {
        if (!granted.contains(scope)) {
            throw Refused.business(DENIED, "No permission: the scope " + scope + " was not authorized.");
        }
    }

    private static JsonNode json(Call call, String name) {
        try {
            return JsonMapper.shared().readTree(call.query(name).orElse("null"));
        } catch (JacksonException _) {
            throw parameter(name + ": must be JSON");
        }
    }

    private static LocalDate day(Call call, String name, LocalDate usual) {
        try {
            return call.query(name).map(LocalDate::parse).orElse(usual);
        } catch (DateTimeException _) {
            throw parameter(name + ": must be a date");
        }
    }

    private static int number(Call call, String name, int usual) {
        return call.query(name).isEmpty() ? usual : (int) number(call, name);
    }

    private static long number(Call call, String name) {
        String written = call.query(name).orElse("");
        if (!written.matches("\\d{1,18}")) {
            throw parameter(name + ": must be a number");
        }
        return Long.parseLong(written);
    }

    private static Refused parameter(String message) {
        return Refused.business(BAD_PARAMETER, message);
    }

    private static Answer ok(ObjectNode data) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("code", 0)
                .put("message", "OK")
                .put("request_id", "2026112612")
                .set("data", data);
        return Answer.json(answer.toString());
    }
}
