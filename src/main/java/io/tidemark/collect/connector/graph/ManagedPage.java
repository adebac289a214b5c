package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A page of Facebook that the person who signed in has something to do with.
///
/// @param username empty where the page has none
/// @param token of the page alone, which does not end; null where Facebook gives none
/// @param obstacle why its numbers cannot be read, with what to do; null where they can
/// @param instagram the professional account behind it; a missing node where there is none
public record ManagedPage(
        String id,
        String name,
        String username,
        @Nullable Secret token,
        @Nullable Said obstacle,
        JsonNode instagram) {
    private static final Sentence NO_INSIGHTS = Sentence.of(
            "facebook_page_without_insights",
            "You may not see the insights of the page {page}: somebody with full control of it can give you access to insights in its settings on Facebook (Page access); then sign in again.");
    private static final Sentence NO_PAGE_TOKEN = Sentence.of(
            "facebook_page_without_token",
            "Facebook gives no token for the page {page}: sign in again and choose the page in Facebook's dialog.");

    private static final String FIELDS =
            "id,name,username,access_token,tasks,instagram_business_account{id,username,name}";
    private static final int PER_PAGE = 100;
    /// What a person must be allowed to do with a page to see its numbers.
    private static final String TASK = "ANALYZE";

    /// One page of the list of them.
    public static Page<ManagedPage> list(GraphCalls calls, Api api, @Nullable String cursor) {
        GraphRequest request =
                GraphRequest.of("GET /me/accounts", "/me/accounts").with("fields", FIELDS);
        Page<JsonNode> page = calls.page(api, null, request, PER_PAGE, cursor);
        return new Page<>(page.items().stream().map(ManagedPage::of).toList(), page.next());
    }

    private static ManagedPage of(JsonNode page) {
        String name = page.path("name").asString("");
        String token = page.path("access_token").asString("");
        return new ManagedPage(
                Numbers.id(page.path("id")),
                name,
                page.path("username").asString(""),
                token.isEmpty() ? null : new Secret(token),
                obstacle(page, name, token),
                page.path("instagram_business_account"));
    }

    private static @Nullable Said obstacle(JsonNode page, String name, String token) {
        List<String> tasks = new ArrayList<>();
        page.path("tasks").forEach(task -> tasks.add(task.asString("")));
        if (page.has("tasks") && !tasks.contains(TASK)) {
            return NO_INSIGHTS.said(Map.of("page", Value.name(name)));
        }
        return token.isEmpty() ? NO_PAGE_TOKEN.said(Map.of("page", Value.name(name))) : null;
    }
}
