package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What anybody is shown: profiles, feeds and posts.
///
/// @param shy accounts that ask not to be shown to people who are not signed in
record Views(World world, SimulatedPictures pictures, Set<String> shy) {
    private static final int LONGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;
    private static final int MOST_POSTS = 25;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Comparator<SimulatedPost> NEWEST_FIRST = Comparator.comparing(SimulatedPost::publishedAt)
            .thenComparingInt(SimulatedPost::number)
            .reversed();

    Answer resolve(Call call) {
        only(call, Set.of("handle"));
        SimulatedAccount account =
                find(required(call, "handle")).orElseThrow(() -> Refused.request("Unable to resolve handle"));
        return Answer.json(NODES.objectNode().put("did", account.externalId()).toString());
    }

    Answer profile(Call call) {
        only(call, Set.of("actor"));
        SimulatedAccount account = actor(call);
        if (account.hidden()) {
            throw new Refused(400, "AccountDeactivated", "Account is deactivated");
        }
        ObjectNode profile = PostView.author(account);
        profile.put("followersCount", (long) account.followers(world.now())).put("followsCount", 12);
        profile.put("postsCount", account.visible(world.now()).size());
        if (shy.contains(account.externalId())) {
            profile.withArray("labels")
                    .addObject()
                    .put("src", account.externalId())
                    .put("val", "!no-unauthenticated");
        }
        return Answer.json(profile.toString());
    }

    /// Pages are cut before what may not be shown is taken out, so that one may be short and not the last. The last one
    /// that holds anything still says where the list goes on.
    Answer feed(Call call) {
        only(call, Set.of("actor", "limit", "cursor", "filter"));
        SimulatedAccount account = actor(call);
        if (account.hidden()) {
            throw Refused.request("Profile not found");
        }
        boolean replies = switch (call.query("filter").orElse("posts_with_replies")) {
            case "posts_with_replies" -> true;
            case "posts_no_replies" -> false;
            default -> throw Refused.request("this simulator knows no such filter");
        };
        List<SimulatedPost> page = account.visible(world.now()).stream()
                .filter(post -> replies || !post.kind().equals("reply"))
                .sorted(NEWEST_FIRST)
                .filter(post -> isAfterCursor(call, post))
                .limit(pageLength(call))
                .toList();
        ObjectNode answer = NODES.objectNode();
        ArrayNode feed = answer.putArray("feed");
        page.forEach(post -> add(feed, account, post));
        if (!page.isEmpty()) {
            answer.put("cursor", cursor(page.getLast()));
        }
        return Answer.json(answer.toString());
    }

    Answer posts(Call call) {
        only(call, Set.of("uris"));
        List<String> uris = all(call, "uris");
        if (uris.isEmpty() || uris.size() > MOST_POSTS) {
            throw Refused.request("Error: uris must not have more than 25 elements");
        }
        Set<String> asked = Set.copyOf(uris);
        ObjectNode answer = NODES.objectNode();
        ArrayNode posts = answer.putArray("posts");
        Instant now = world.now();
        for (SimulatedAccount account : world.accounts()) {
            if (!account.hidden() && uris.stream().anyMatch(uri -> uri.contains(account.externalId()))) {
                account.visible(now).stream()
                        .filter(post -> !post.kind().equals("repost"))
                        .filter(post -> asked.contains(BlueskyIds.uri(account.externalId(), post)))
                        .forEach(post -> posts.add(new PostView(account, post, now, pictures).json()));
            }
        }
        return Answer.json(answer.toString());
    }

    /// By handle or DID.
    Optional<SimulatedAccount> find(String name) {
        return world.accounts().stream()
                .filter(account ->
                        account.externalId().equals(name) || account.handle().equalsIgnoreCase(name))
                .findFirst();
    }

    private void add(ArrayNode feed, SimulatedAccount account, SimulatedPost post) {
        if (!post.kind().equals("repost")) {
            feed.addObject().set("post", new PostView(account, post, world.now(), pictures).json());
        } else if (!Strangers.isLeftOut(post)) {
            feed.add(Strangers.reposted(account, post));
        }
    }

    private SimulatedAccount actor(Call call) {
        return find(required(call, "actor")).orElseThrow(() -> Refused.request("Profile not found"));
    }

    private static int pageLength(Call call) {
        int limit = call.query("limit").map(Integer::valueOf).orElse(USUAL_PAGE);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Refused.request("Error: limit can not be greater than 100");
        }
        return limit;
    }

    private static String cursor(SimulatedPost last) {
        return last.publishedAt().toEpochMilli() + "::" + BlueskyIds.cid(last.number());
    }

    private static boolean isAfterCursor(Call call, SimulatedPost post) {
        String cursor = call.query("cursor").orElse("");
        if (cursor.isEmpty()) {
            return true;
        }
        String[] parts = cursor.split("::", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}")) {
            throw Refused.request("Malformed cursor");
        }
        long last = Long.parseLong(parts[0]);
        long here = post.publishedAt().toEpochMilli();
        return here < last || (here == last && BlueskyIds.cid(post.number()).compareTo(parts[1]) < 0);
    }

    private static String required(Call call, String name) {
        return call.query(name)
                .orElseThrow(() -> Refused.request("Error: Params must have the property \"" + name + "\""));
    }

    private static void only(Call call, Set<String> parameters) {
        Set<String> strangers = call.query().keySet().stream()
                .filter(name -> !parameters.contains(name))
                .collect(Collectors.toSet());
        if (!strangers.isEmpty()) {
            throw Refused.request("this simulator knows no " + strangers);
        }
    }

    /// A parameter that stands in the query several times.
    private static List<String> all(Call call, String name) {
        return Arrays.stream(call.rawQuery().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }
}
