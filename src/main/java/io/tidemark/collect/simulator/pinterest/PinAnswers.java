package io.tidemark.collect.simulator.pinterest;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An account and its pins as Pinterest writes them.
record PinAnswers(SimulatedPictures pictures, Instant now) {
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 250;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Set<String> OF_LIST =
            Set.of("page_size", "bookmark", "pin_metrics", "pin_filter", "ad_account_id");

    private static final Map<String, Metric> COUNTERS = Map.of(
            "impression", Metric.IMPRESSIONS,
            "save", Metric.SAVES,
            "pin_click", Metric.CLICKS,
            "clickthrough", Metric.LINK_CLICKS,
            "reaction", Metric.REACTIONS,
            "comment", Metric.COMMENTS);

    Answer account(SimulatedAccount account) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("account_type", "BUSINESS").put("id", account.externalId()).put("username", account.handle());
        json.put("business_name", account.name()).put("follower_count", (long) account.followers(now));
        json.put("following_count", 4).put("board_count", 3).put("monthly_views", 16_300);
        json.put("pin_count", account.visible(now).size());
        return Answer.json(json.toString());
    }

    /// Newest first, and shorter than asked for as long as there are more.
    Answer list(Call call, SimulatedAccount account) {
        call.query().keySet().stream()
                .filter(name -> !OF_LIST.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw PinterestRefusal.badParameter("Unknown parameter " + name);
                });
        int size = call.query("page_size").map(Integer::parseInt).orElse(USUAL_PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            throw PinterestRefusal.badParameter("page_size must be between 1 and 250");
        }
        boolean repins = !call.query("pin_filter").orElse("").equals("exclude_repins");
        List<SimulatedPost> all = account.visible(now).stream()
                .filter(pin -> repins || !PinterestSimulator.isRepin(pin))
                .toList();
        int from = call.query("bookmark").map(PinAnswers::place).orElse(0);
        int to = from + size < all.size() ? from + Math.max(1, size - 1) : all.size();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        all.subList(Math.min(from, to), to).forEach(pin -> items.add(pin(call, pin)));
        if (to < all.size()) {
            json.put("bookmark", bookmark(to));
        } else {
            json.putNull("bookmark");
        }
        return Answer.json(json.toString());
    }

    Answer one(Call call, SimulatedAccount account, String id) {
        return account.visible(now).stream()
                .filter(pin -> PinterestSimulator.id(pin).equals(id))
                .findFirst()
                .map(pin -> Answer.json(pin(call, pin).toString()))
                .orElseThrow(PinterestRefusal::pinNotFound);
    }

    private ObjectNode pin(Call call, SimulatedPost pin) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", PinterestSimulator.id(pin)).put("created_at", TIME.format(pin.publishedAt()));
        json.put("title", pin.text()).putNull("description").put("link", "https://harbour-coffee.example/");
        json.put("creative_type", "REGULAR").put("board_id", "549755885175").put("has_been_promoted", false);
        json.put("is_owner", true).put("is_standard", true);
        if (PinterestSimulator.isRepin(pin)) {
            json.put("parent_pin_id", "1");
        } else {
            json.putNull("parent_pin_id");
        }
        media(json.putObject("media"), pin);
        if (call.query("pin_metrics").orElse("false").equals("true")) {
            metrics(json.putObject("pin_metrics"), pin);
        }
        return json;
    }

    private void media(ObjectNode media, SimulatedPost pin) {
        String picture = pictures.address(pin.number());
        switch (pin.kind()) {
            case PinterestSimulator.VIDEO ->
                media.put("media_type", "video").put("cover_image_url", picture).put("duration", 21_000);
            case PinterestSimulator.CAROUSEL -> {
                ArrayNode items = media.put("media_type", "multiple_images").putArray("items");
                images(items.addObject(), picture);
                images(items.addObject(), picture);
            }
            default -> images(media.put("media_type", "image"), picture);
        }
    }

    private static void images(ObjectNode holder, String picture) {
        holder.putObject("images")
                .putObject("400x300")
                .put("url", picture)
                .put("width", 400)
                .put("height", 300);
    }

    /// Those of ninety days are others than those since the creation.
    private void metrics(ObjectNode metrics, SimulatedPost pin) {
        ObjectNode recent = metrics.putObject("90d");
        ObjectNode lifetime = metrics.putObject("lifetime_metrics");
        COUNTERS.forEach((name, metric) -> pin.value(metric, now).ifPresent(value -> {
            recent.put(name, (long) value / 2);
            lifetime.put(name, (long) value);
        }));
    }

    private static String bookmark(int place) {
        byte[] text = ("place:" + place).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(text);
    }

    private static int place(String bookmark) {
        try {
            String text = new String(Base64.getDecoder().decode(bookmark), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException none) {
            throw PinterestRefusal.badParameter("Invalid bookmark");
        }
    }
}
