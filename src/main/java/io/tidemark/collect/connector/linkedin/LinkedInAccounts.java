package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The pages in which a person has a part, and the person.
final class LinkedInAccounts {
    private static final Sentence NO_OWNER = Sentence.of("linkedin_no_owner", "It does not say who signed in");
    private static final Sentence OTHER_ROLE = Sentence.of(
            "linkedin_other_role",
            "Your role in this page, {role}, does not open its analytics: have an administrator of the page make you one, in \"Admin tools\", \"Manage admins\".");
    private static final Sentence NO_ROLE = Sentence.of(
            "linkedin_no_role",
            "Your role in this page, which LinkedIn does not name, does not open its analytics: have an administrator of the page make you one, in \"Admin tools\", \"Manage admins\".");

    static final String ORGANIZATION = "organization";
    static final String MEMBER = "member";

    private static final String ADMINISTRATOR = "ADMINISTRATOR";
    /// Posts and their numbers are open to them, not the page's own.
    private static final Set<String> ROLES = Set.of(ADMINISTRATOR, "CONTENT_ADMINISTRATOR", "ANALYST");

    private final LinkedInCalls calls;
    private final Set<String> scopes;

    LinkedInAccounts(LinkedInCalls calls, Set<String> scopes) {
        this.calls = calls;
        this.scopes = scopes;
    }

    Page<FoundAccount> page(Api api, @Nullable String cursor) {
        String start = cursor == null ? "0" : cursor;
        JsonNode answer = calls.get(
                api, LinkedInCalls.ACLS, "?q=roleAssignee&state=APPROVED&count=50&start=" + RestLi.encoded(start));
        Map<Urn, String> roles = roles(answer.path("elements"));
        Map<Urn, AccountKey> keys = keys(api, roles.keySet());
        List<FoundAccount> found = new ArrayList<>();
        if (cursor == null && readsMembers()) {
            found.add(found(MEMBER, member(api), null));
        }
        keys.forEach((page, key) -> found.add(found(ORGANIZATION, key, obstacle(roles.getOrDefault(page, "")))));
        return new Page<>(found, PagePosts.next(answer.path("paging")));
    }

    AccountKey organization(Api api, String organization) {
        Urn page = Urn.parse(organization).orElseThrow(() -> new IllegalArgumentException(organization));
        return keys(api, List.of(page)).values().iterator().next();
    }

    /// The person who signed in.
    AccountKey member(Api api) {
        boolean openId = scopes.contains("openid");
        JsonNode person = calls.get(api, openId ? LinkedInCalls.USER_INFO : LinkedInCalls.ME, "");
        String id = person.path(openId ? "sub" : "id").asString("");
        if (id.isEmpty()) {
            throw Unreadable.of(NO_OWNER);
        }
        String name = openId
                ? person.path("name").asString("")
                : Stream.of("localizedFirstName", "localizedLastName")
                        .map(part -> person.path(part).asString(""))
                        .filter(part -> !part.isEmpty())
                        .reduce((first, last) -> first + " " + last)
                        .orElse("");
        return key(new Urn("person", id), person.path("vanityName").asString(""), name, name);
    }

    static String externalId(AccountKey key) {
        Alias surest = key.aliases().getFirst();
        return new Urn(surest.scheme().substring("linkedin:".length()), surest.externalId()).toString();
    }

    /// The highest role that the person has in each page.
    private static Map<Urn, String> roles(JsonNode elements) {
        Map<Urn, String> roles = new LinkedHashMap<>();
        for (JsonNode element : elements) {
            String role = element.path("role").asString("");
            Stream.of("organization", "organizationTarget", "organizationalTarget")
                    .map(field -> element.path(field).asString(""))
                    .flatMap(urn -> Urn.parse(urn).stream())
                    .filter(urn -> urn.kind().startsWith(ORGANIZATION))
                    .findFirst()
                    .ifPresent(page -> roles.merge(page, role, LinkedInAccounts::higher));
        }
        return roles;
    }

    private static String higher(String one, String other) {
        if (one.equals(ADMINISTRATOR) || other.equals(ADMINISTRATOR)) {
            return ADMINISTRATOR;
        }
        return ROLES.contains(one) ? one : other;
    }

    private static @Nullable Said obstacle(String role) {
        return ROLES.contains(role)
                ? null
                : role.isEmpty() ? NO_ROLE.said() : OTHER_ROLE.said(Map.of("role", Value.name(role)));
    }

    private boolean readsMembers() {
        return scopes.contains("r_member_postAnalytics") || scopes.contains("r_member_profileAnalytics");
    }

    /// The pages by their names; one that LinkedIn does not tell of goes by its number.
    private Map<Urn, AccountKey> keys(Api api, Collection<Urn> pages) {
        Map<Urn, AccountKey> keys = new LinkedHashMap<>();
        if (!pages.isEmpty()) {
            List<String> ids = pages.stream().map(Urn::id).toList();
            JsonNode told = calls.get(api, LinkedInCalls.ORGANIZATIONS, "?ids=" + RestLi.list(ids))
                    .path("results");
            pages.forEach(page -> keys.put(page, key(page, told.path(page.id()))));
        }
        return keys;
    }

    private static AccountKey key(Urn page, JsonNode told) {
        String vanity = told.path("vanityName").asString("");
        return key(page, vanity, told.path("localizedName").asString(""), "");
    }

    /// LinkedIn names pages by a name for addresses, as its exported files do, and people's files by their names.
    ///
    /// @param inFiles the name by which files go besides; empty where there is none
    private static AccountKey key(Urn urn, String vanity, String name, String inFiles) {
        List<Alias> aliases = new ArrayList<>(List.of(urn.alias()));
        Stream.of(vanity, inFiles)
                .filter(handle -> !handle.isBlank())
                .flatMap(handle -> AccountKey.ofHandle(Platform.LINKEDIN, handle).aliases().stream())
                .filter(alias -> !aliases.contains(alias))
                .forEach(aliases::add);
        String shown = Stream.of(vanity, name)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(urn.id());
        return new AccountKey(Platform.LINKEDIN, shown, name.isBlank() ? shown : name, aliases);
    }

    private static FoundAccount found(String kind, AccountKey key, @Nullable Said obstacle) {
        return new FoundAccount(new TrackedAccount(externalId(key), kind, key, null), null, obstacle);
    }
}
