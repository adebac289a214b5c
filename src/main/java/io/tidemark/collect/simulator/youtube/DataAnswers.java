package io.tidemark.collect.simulator.youtube;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The Data API: channels, lists of uploads, videos.
///
/// @param hidesSubscribers whether channels hide how many they have
record DataAnswers(World world, SimulatedPictures pictures, Call call, String person, boolean hidesSubscribers) {
    private static final int MOST = 50;
    private static final int RADIX = 36;
    /// Of a number YouTube tells three digits.
    private static final int TOLD = 1_000;

    private static final Set<String> CHANNEL_PARTS = Set.of("id", "snippet", "statistics", "contentDetails", "status");
    private static final Set<String> ITEM_PARTS = Set.of("id", "snippet", "contentDetails", "status");
    private static final Set<String> VIDEO_PARTS = Set.of(
            "id",
            "snippet",
            "contentDetails",
            "statistics",
            "status",
            "liveStreamingDetails",
            "player",
            "topicDetails");

    Answer channels() {
        known(Set.of("part", "mine", "id"));
        parts(CHANNEL_PARTS);
        if (!call.query("mine").orElse("").equals("true")) {
            throw GoogleRefusal.bad("missingRequiredParameter", "No filter selected. Expected one of: id, mine");
        }
        ObjectNode answer = list("youtube#channelListResponse");
        SimulatedAccount account = world.find(person).orElseThrow();
        if (!account.hidden()) {
            answer.putArray("items").add(channel(account));
        }
        return Answer.json(answer.toString());
    }

    private ObjectNode channel(SimulatedAccount account) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "youtube#channel").put("id", account.externalId());
        json.putObject("snippet").put("title", account.name()).put("customUrl", "@" + account.handle());
        ObjectNode statistics = json.putObject("statistics").put("viewCount", "1234567");
        if (!hidesSubscribers) {
            statistics.put("subscriberCount", Long.toString(rounded(account.followers(world.now()))));
        }
        statistics
                .put("hiddenSubscriberCount", hidesSubscribers)
                .put("videoCount", Integer.toString(account.visible(world.now()).size()));
        json.putObject("contentDetails")
                .putObject("relatedPlaylists")
                .put("likes", "")
                .put("uploads", playlist(account));
        return json;
    }

    /// Down to three digits.
    static long rounded(double followers) {
        long step = 1;
        while (followers / step >= TOLD) {
            step *= 10;
        }
        return (long) Math.floor(followers / step) * step;
    }

    /// The owner's own list holds private videos too.
    Answer uploads() {
        known(Set.of("part", "playlistId", "maxResults", "pageToken"));
        parts(ITEM_PARTS);
        String list = call.query("playlistId").orElse("");
        SimulatedAccount account = world.accounts().stream()
                .filter(one -> playlist(one).equals(list) && !one.hidden())
                .findFirst()
                .orElseThrow(() -> GoogleRefusal.missing(
                        "playlistNotFound", "The playlist identified with the request cannot be found."));
        List<SimulatedPost> videos = account.visible(world.now()).stream()
                .filter(post ->
                        !VideoJson.isPrivate(post) || account.externalId().equals(person))
                .sorted(Comparator.comparingLong(DataAnswers::order).reversed())
                .toList();
        if (videos.isEmpty()) {
            throw GoogleRefusal.missing(
                    "playlistNotFound", "The playlist identified with the request cannot be found.");
        }
        return Answer.json(page(videos).toString());
    }

    private ObjectNode page(List<SimulatedPost> videos) {
        int size = number("maxResults", 5, 1, MOST);
        long last = token();
        List<SimulatedPost> rest =
                videos.stream().filter(post -> order(post) < last).toList();
        List<SimulatedPost> cut = rest.subList(0, Math.min(size, rest.size()));
        ObjectNode answer = list("youtube#playlistItemListResponse");
        ArrayNode items = answer.putArray("items");
        cut.forEach(post -> items.addObject()
                .put("kind", "youtube#playlistItem")
                .putObject("contentDetails")
                .put("videoId", VideoIds.id(post.publishedAt(), post.number())));
        if (rest.size() > cut.size()) {
            answer.put("nextPageToken", "E" + Long.toString(order(cut.getLast()), RADIX));
        }
        answer.putObject("pageInfo").put("totalResults", videos.size()).put("resultsPerPage", size);
        return answer;
    }

    private long token() {
        String token = call.query("pageToken").orElse("");
        if (token.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(token.substring(1), RADIX);
        } catch (NumberFormatException _) {
            throw GoogleRefusal.bad("invalidPageToken", "The request specifies an invalid page token.");
        }
    }

    /// A video that is not there, or is another's private one, is left out.
    Answer videos() {
        known(Set.of("part", "id", "maxHeight"));
        Set<String> parts = parts(VIDEO_PARTS);
        List<String> ids = List.of(call.query("id").orElse("").split(",", -1));
        if (ids.size() > MOST || ids.getFirst().isEmpty()) {
            throw GoogleRefusal.bad("invalidFilters", "The request specifies an invalid filter parameter.");
        }
        int height = number("maxHeight", 360, 72, 8192);
        Instant now = world.now();
        Map<String, VideoJson> all = new HashMap<>();
        for (SimulatedAccount account : world.accounts()) {
            if (!account.hidden()) {
                account.visible(now).stream()
                        .filter(post -> !VideoJson.isPrivate(post)
                                || account.externalId().equals(person))
                        .forEach(post -> all.put(
                                VideoIds.id(post.publishedAt(), post.number()),
                                new VideoJson(account, post, now, pictures)));
            }
        }
        ObjectNode answer = list("youtube#videoListResponse");
        ArrayNode items = answer.putArray("items");
        new LinkedHashSet<>(ids)
                .stream().map(all::get).filter(Objects::nonNull).forEach(video -> items.add(video.of(parts, height)));
        answer.putObject("pageInfo").put("totalResults", items.size()).put("resultsPerPage", items.size());
        return Answer.json(answer.toString());
    }

    private static String playlist(SimulatedAccount account) {
        return "UU" + account.externalId().substring(2);
    }

    private static long order(SimulatedPost post) {
        return VideoIds.order(post.publishedAt(), post.number());
    }

    private static ObjectNode list(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("etag", "e");
    }

    private void known(Set<String> parameters) {
        call.query().keySet().stream()
                .filter(name -> !parameters.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw GoogleRefusal.bad("unexpectedParameter", "Unknown name \"" + name + "\"");
                });
    }

    private Set<String> parts(Set<String> of) {
        Set<String> parts = Arrays.stream(call.query("part").orElse("").split(",", -1))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
        if (parts.isEmpty()) {
            throw GoogleRefusal.bad("missingRequiredParameter", "Required parameter: part");
        }
        parts.stream().filter(part -> !of.contains(part)).findFirst().ifPresent(part -> {
            throw GoogleRefusal.bad("unknownPart", part);
        });
        return parts;
    }

    private int number(String parameter, int otherwise, int least, int most) {
        String text = call.query(parameter).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw GoogleRefusal.bad("invalidParameter", "Invalid value " + text + " of " + parameter);
        }
        return Integer.parseInt(text);
    }
}
