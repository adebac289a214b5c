package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of LinkedIn, by whom, and whether they may.
final class LinkedInResources {
    private static final String ADMINISTRATOR = "ADMINISTRATOR";
    private static final Set<String> READERS = Set.of(ADMINISTRATOR, "CONTENT_ADMINISTRATOR", "ANALYST");
    private static final Set<String> ADMINISTRATORS = Set.of(ADMINISTRATOR);
    private static final List<String> EDGES = List.of("CompanyFollowedByMember", "COMPANY_FOLLOWED_BY_MEMBER");

    private final World world;
    private final LinkedInSignIn signIn;
    private final SimulatedPictures pictures;
    private final Map<String, String> roles = new ConcurrentHashMap<>();
    private volatile int pageLength = 100;
    private volatile @Nullable Duration forget;
    private volatile boolean formerEdge;
    private volatile boolean developmentTier;

    LinkedInResources(World world, LinkedInSignIn signIn, SimulatedPictures pictures) {
        this.world = world;
        this.signIn = signIn;
        this.pictures = pictures;
    }

    void role(String page, String role) {
        roles.put(page, role);
    }

    void pageLength(int most) {
        pageLength = most;
    }

    void forget(@Nullable Duration age) {
        forget = age;
    }

    void formerEdge(boolean whether) {
        formerEdge = whether;
    }

    void developmentTier(boolean whether) {
        developmentTier = whether;
    }

    Person person() {
        return Person.of(world);
    }

    ObjectNode answer(String endpoint, Call call) {
        RestLiQuery query = new RestLiQuery(call.rawQuery());
        return switch (endpoint) {
            case "GET /v2/me" -> me();
            case "GET /v2/userinfo" ->
                JsonNodeFactory.instance.objectNode().put("sub", person().id()).put("name", person().name());
            case "GET /rest/organizationAcls" -> granted(call, "rw_organization_admin", () -> acls(query));
            case "GET /rest/organizations" -> granted(call, "rw_organization_admin", () -> organizations(query));
            case "GET /rest/posts" -> granted(call, "r_organization_social", () -> posts(query));
            case "GET /rest/socialMetadata" -> granted(call, "r_organization_social_feed", () -> metadata(query));
            case "GET /rest/videoAnalytics" -> granted(call, "r_organization_social", () -> video(query));
            case "GET /rest/images" -> granted(call, "r_organization_social", () -> media().images(query, readable()));
            case "GET /rest/videos" -> granted(call, "r_organization_social", () -> media().videos(query, readable()));
            case "GET /rest/networkSizes" -> granted(call, "rw_organization_admin", () -> size(call, query));
            case "GET /rest/organizationalEntityShareStatistics" ->
                granted(call, "rw_organization_admin", () -> shares(query));
            case "GET /rest/organizationalEntityFollowerStatistics" ->
                granted(call, "rw_organization_admin", () -> followers(query));
            case "GET /rest/organizationPageStatistics" -> granted(call, "rw_organization_admin", () -> visits(query));
            case "GET /rest/memberCreatorPostAnalytics" ->
                granted(call, "r_member_postAnalytics", () -> ofPerson(endpoint).posts(query));
            case "GET /rest/memberFollowersCount" ->
                granted(
                        call,
                        "r_member_profileAnalytics",
                        () -> ofPerson(endpoint).followers(query));
            default -> throw Refusal.missing("No virtual resource found");
        };
    }

    private ObjectNode granted(Call call, String scope, Supplier<ObjectNode> read) {
        if (!signIn.allows(call.token(), scope)) {
            throw Refusal.denied("GET " + call.path());
        }
        return read.get();
    }

    private ObjectNode me() {
        Person person = person();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", person.id())
                .put("localizedFirstName", person.firstName())
                .put("localizedLastName", person.lastName())
                .put("vanityName", person.vanityName());
    }

    private ObjectNode acls(RestLiQuery query) {
        int start = query.number("start", 0);
        int count = query.number("count", 10);
        List<SimulatedAccount> managed = managed();
        int end = Math.min(managed.size(), start + count);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode links =
                json.putObject("paging").put("start", start).put("count", count).putArray("links");
        if (end < managed.size()) {
            links.addObject()
                    .put("rel", "next")
                    .put("href", "/rest/organizationAcls?q=roleAssignee&start=%d&count=%d".formatted(end, count));
        }
        ArrayNode elements = json.putArray("elements");
        managed.subList(Math.min(start, end), end)
                .forEach(page -> elements.addObject()
                        .put("role", role(page))
                        .put("organization", page.externalId())
                        .put("roleAssignee", person().urn())
                        .put("state", "APPROVED"));
        return json;
    }

    private ObjectNode organizations(RestLiQuery query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode results = json.putObject("results");
        ObjectNode errors = json.putObject("errors");
        for (String id : query.list("ids")) {
            world.find("urn:li:organization:" + id)
                    .ifPresentOrElse(
                            page -> results.putObject(id)
                                    .put("id", Long.parseLong(id))
                                    .put("localizedName", page.name())
                                    .put("vanityName", page.handle()),
                            () -> errors.putObject(id).put("status", 404));
        }
        return json;
    }

    private ObjectNode posts(RestLiQuery query) {
        if (!query.required("q").equals("author")) {
            throw Refusal.badParameter("No such query");
        }
        return PostPages.page(page(query, "author", READERS), query, world.now(), pageLength);
    }

    private ObjectNode shares(RestLiQuery query) {
        SimulatedAccount page = page(query, "organizationalEntity", READERS);
        boolean ofPosts = query.has("shares") || query.has("ugcPosts");
        if (ofPosts && query.has("timeIntervals")) {
            throw Refusal.badParameter("timeIntervals cannot be combined with posts");
        }
        return ofPosts
                ? new PostNumbers(world.accounts(), world.now()).statistics(page, query, forget)
                : new PageNumbers(page, world.now()).shares(query);
    }

    private ObjectNode metadata(RestLiQuery query) {
        return new PostNumbers(world.accounts(), world.now()).metadata(query, readable());
    }

    private ObjectNode video(RestLiQuery query) {
        return new PostNumbers(world.accounts(), world.now()).video(query, readable());
    }

    private PostMedia media() {
        return new PostMedia(pictures, world.now());
    }

    private ObjectNode followers(RestLiQuery query) {
        PageNumbers page = new PageNumbers(page(query, "organizationalEntity", ADMINISTRATORS), world.now());
        return query.has("timeIntervals") ? page.follows(query) : page.parts();
    }

    private ObjectNode visits(RestLiQuery query) {
        return new PageNumbers(page(query, "organization", ADMINISTRATORS), world.now()).visits(query);
    }

    private ObjectNode size(Call call, RestLiQuery query) {
        String urn = call.path().substring("/rest/networkSizes/".length());
        String edge = query.required("edgeType");
        if (formerEdge ? !edge.equals(EDGES.getFirst()) : !EDGES.contains(edge)) {
            throw Refusal.badParameter("Invalid value of edgeType");
        }
        SimulatedAccount page = world.find(urn).orElseThrow(() -> Refusal.missing("No such organization"));
        return new PageNumbers(page, world.now()).size();
    }

    private MemberNumbers ofPerson(String endpoint) {
        if (developmentTier) {
            throw Refusal.missing("No virtual resource found for " + endpoint);
        }
        SimulatedAccount account = world.find(person().urn()).orElseThrow(() -> Refusal.denied(endpoint));
        return new MemberNumbers(account, world.now());
    }

    private SimulatedAccount page(RestLiQuery query, String parameter, Set<String> allowed) {
        String urn = query.required(parameter);
        return managed().stream()
                .filter(page -> page.externalId().equals(urn) && allowed.contains(role(page)))
                .findFirst()
                .orElseThrow(() -> Refusal.denied("the organization " + urn));
    }

    private List<SimulatedAccount> readable() {
        return managed().stream().filter(page -> READERS.contains(role(page))).toList();
    }

    private List<SimulatedAccount> managed() {
        return world.accounts().stream()
                .filter(account -> account.externalId().startsWith("urn:li:organization:") && !account.hidden())
                .filter(account -> !role(account).isEmpty())
                .toList();
    }

    private String role(SimulatedAccount page) {
        return roles.getOrDefault(page.externalId(), ADMINISTRATOR);
    }
}
