package io.tidemark.collect.simulator.mastodon;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a server tells of accounts and posts.
///
/// @param person who asks; null for a stranger
/// @param origin in addresses of next pages
record MastodonAnswers(
        World world, StatusJson json, @Nullable String person, String origin) {
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 40;
    private static final int MOST_TOGETHER = 20;
    private static final String TOGETHER = "id[]=";

    Answer of(Call call, String endpoint) {
        String[] path = call.path().split("/", -1);
        return switch (endpoint) {
            case "GET /api/v1/accounts/verify_credentials" ->
                Optional.ofNullable(person)
                        .flatMap(world::find)
                        .map(this::account)
                        .orElseGet(() -> Refused.api(401, "The access token is invalid"));
            case "GET /api/v1/accounts/lookup" ->
                find(account -> StatusJson.name(account)
                                .equals(call.query("acct").orElse("")))
                        .map(this::account)
                        .orElseGet(Refused::notFound);
            case "GET /api/v1/accounts/:id" -> byId(path[4]).map(this::account).orElseGet(Refused::notFound);
            case "GET /api/v1/accounts/:id/statuses" ->
                byId(path[4]).map(account -> page(call, account)).orElseGet(Refused::notFound);
            case "GET /api/v1/statuses" ->
                json.version().tellsSeveral() ? together(call) : Refused.api(404, "Not Found");
            case "GET /api/v1/statuses/:id" ->
                found(path[4]).map(status -> Answer.json(status.toString())).orElseGet(Refused::notFound);
            default -> Refused.api(404, "Not Found");
        };
    }

    private Answer account(SimulatedAccount account) {
        return Answer.json(json.account(account).toString());
    }

    private Optional<SimulatedAccount> byId(String id) {
        return find(account -> StatusJson.id(account).equals(id));
    }

    private Optional<SimulatedAccount> find(Predicate<SimulatedAccount> which) {
        return world.accounts().stream().filter(which).findFirst();
    }

    /// What the one who asks may see of an account, newest first.
    private Stream<SimulatedPost> seen(SimulatedAccount account) {
        boolean own = account.externalId().equals(person);
        return account.hidden()
                ? Stream.of()
                : account.visible(json.now()).stream().filter(post -> own || StatusJson.isOpen(post));
    }

    private Answer page(Call call, SimulatedAccount account) {
        int size =
                Math.min(LARGEST_SIZE, call.query("limit").map(Integer::valueOf).orElse(DEFAULT_SIZE));
        boolean boosts = !call.query("exclude_reblogs").orElse("").equals("true");
        boolean replies = !call.query("exclude_replies").orElse("").equals("true");
        long before = call.query("max_id").map(Long::valueOf).orElse(Long.MAX_VALUE);
        List<SimulatedPost> page = seen(account)
                .filter(post -> boosts || !post.kind().equals("boost"))
                // What goes on with a post of one's own counts as no reply.
                .filter(post -> replies || !post.kind().equals("reply"))
                .filter(post -> Long.parseLong(MastodonIds.id(post)) < before)
                .limit(size)
                .toList();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        page.forEach(post -> list.add(json.status(account, post)));
        Answer answer = Answer.json(list.toString());
        return page.isEmpty() ? answer : answer.with("Link", link(call, page, page.size() == size));
    }

    /// Where the list goes on, as a header.
    private String link(Call call, List<SimulatedPost> page, boolean more) {
        String address = origin + call.path() + "?limit=40&exclude_reblogs=true";
        String prev = "<%s&min_id=%s>; rel=\"prev\"".formatted(address, MastodonIds.id(page.getFirst()));
        return more
                ? "<%s&max_id=%s>; rel=\"next\", %s".formatted(address, MastodonIds.id(page.getLast()), prev)
                : prev;
    }

    private Answer together(Call call) {
        List<String> ids = Arrays.stream(call.rawQuery().split("&", -1))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .filter(pair -> pair.startsWith(TOGETHER))
                .map(pair -> pair.substring(TOGETHER.length()))
                .toList();
        if (ids.size() > MOST_TOGETHER) {
            return Refused.api(422, "Validation failed: too many posts");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> found(id).ifPresent(list::add));
        return Answer.json(list.toString());
    }

    private Optional<ObjectNode> found(String id) {
        return world.accounts().stream()
                .flatMap(account -> seen(account)
                        .filter(post -> MastodonIds.id(post).equals(id))
                        .map(post -> json.status(account, post)))
                .findFirst();
    }
}
