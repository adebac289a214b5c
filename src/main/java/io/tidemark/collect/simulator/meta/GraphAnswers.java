package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Graph answers to whom, on both of its hosts: pages and accounts by id, their lists, and objects by their ids.
final class GraphAnswers {
    private static final int MOST_IDS = 50;

    private final MetaPeople people;
    private final MetaTokens tokens;
    private final PageAnswers pages;
    private final InstagramAnswers instagram;
    private final InstagramDays days;

    GraphAnswers(
            MetaPeople people, MetaTokens tokens, PageAnswers pages, InstagramAnswers instagram, InstagramDays days) {
        this.people = people;
        this.tokens = tokens;
        this.pages = pages;
        this.instagram = instagram;
        this.days = days;
    }

    /// @param path below the version
    /// @param holder whose token it is
    Answer answer(Call call, String path, String holder) {
        MetaFields fields = MetaFields.of(call.query("fields").orElse("id"));
        if (call.query("ids").isPresent()) {
            return objects(List.of(call.query("ids").orElse("").split(",", -1)), holder, fields);
        }
        if (path.equals("/me/accounts") && holder.equals(MetaTokens.PERSON)) {
            return MetaPaging.page(call, people.pages(), managed -> managed(managed, fields));
        }
        String[] parts = path.substring(1).split("/", -1);
        String id = parts[0].equals("me") ? holder.substring(holder.indexOf(':') + 1) : parts[0];
        String edge = parts.length > 1 ? parts[1] : "";
        Optional<SimulatedAccount> page =
                pageOf(holder).filter(own -> own.externalId().equals(id));
        if (page.isPresent()) {
            return page(call, page.get(), edge, fields);
        }
        Optional<SimulatedAccount> account =
                accountOf(holder).filter(own -> own.externalId().equals(id));
        if (account.isPresent()) {
            return account(call, account.get(), edge, fields, holder);
        }
        return Answer.json(object(id, holder, fields)
                .orElseThrow(() -> new MetaRefusal(MetaErrors.missing(id)))
                .toString());
    }

    private Answer page(Call call, SimulatedAccount page, String edge, MetaFields fields) {
        return switch (edge) {
            case "" -> pages.account(page, fields);
            case "published_posts" -> {
                need(MetaTokens.PERSON, "pages_read_engagement");
                yield pages.posts(call, page, fields);
            }
            case "video_reels" -> pages.reels(call, page, fields);
            case "insights" -> {
                need(MetaTokens.PERSON, "read_insights");
                yield pages.insights(call, page);
            }
            default -> MetaErrors.badField(edge);
        };
    }

    private Answer account(Call call, SimulatedAccount account, String edge, MetaFields fields, String holder) {
        return switch (edge) {
            case "" -> instagram.account(account, "9" + account.externalId().substring(1), fields);
            case "media" -> instagram.media(call, account, fields);
            case "stories" -> instagram.stories(call, account, fields);
            case "insights" -> {
                needInsights(holder);
                yield days.answer(call, account);
            }
            default -> MetaErrors.badField(edge);
        };
    }

    /// One that is not there spoils all.
    private Answer objects(List<String> ids, String holder, MetaFields fields) {
        if (ids.size() > MOST_IDS) {
            return MetaErrors.of(100, 0, "(#100) Too many IDs. Maximum: 50. Provided: " + ids.size());
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String id : ids) {
            json.set(id, object(id, holder, fields).orElseThrow(() -> new MetaRefusal(MetaErrors.aliasMissing(id))));
        }
        return Answer.json(json.toString());
    }

    private Optional<JsonNode> object(String id, String holder, MetaFields fields) {
        Optional<JsonNode> ofPage = pageOf(holder).flatMap(page -> pages.object(page, id, fields));
        if (ofPage.isPresent()) {
            if (fields.has("insights") || fields.has("video_insights")) {
                need(MetaTokens.PERSON, "read_insights");
            }
            return ofPage;
        }
        Optional<JsonNode> ofAccount = accountOf(holder).flatMap(account -> instagram.object(account, id, fields));
        if (ofAccount.isPresent() && fields.has("insights")) {
            needInsights(holder);
        }
        return ofAccount;
    }

    private Optional<SimulatedAccount> pageOf(String holder) {
        return holder.startsWith(MetaTokens.PAGE)
                ? people.page(holder.substring(MetaTokens.PAGE.length()))
                : Optional.empty();
    }

    /// The account that a token reaches: that behind the page, or the owner's own.
    private Optional<SimulatedAccount> accountOf(String holder) {
        if (holder.startsWith(MetaTokens.OWNER)) {
            return people.owned(holder.substring(MetaTokens.OWNER.length()));
        }
        return pageOf(holder).flatMap(people::linked).filter(account -> !account.hidden());
    }

    private ObjectNode managed(MetaPeople.Managed managed, MetaFields fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String id = managed.page().externalId();
        json.put("id", id)
                .put("name", managed.page().name())
                .put("username", managed.page().handle());
        json.put("access_token", tokens.page(id));
        ArrayNode tasks = json.putArray("tasks");
        managed.tasks().stream().sorted().forEach(tasks::add);
        SimulatedAccount linked = managed.instagram();
        if (linked != null) {
            ObjectNode account = json.putObject("instagram_business_account");
            account.put("id", linked.externalId());
            account.put("username", linked.handle()).put("name", linked.name());
        }
        return fields.of(json);
    }

    private void needInsights(String holder) {
        if (holder.startsWith(MetaTokens.OWNER)) {
            need(holder, "instagram_business_manage_insights");
        } else {
            need(MetaTokens.PERSON, "instagram_manage_insights");
        }
    }

    private void need(String holder, String scope) {
        Set<String> granted = people.granted(holder);
        if (!granted.contains(scope)) {
            throw new MetaRefusal(
                    scope.contains("instagram")
                            ? MetaErrors.of(10, 0, "(#10) Application does not have permission for this action")
                            : MetaErrors.permission(scope));
        }
    }
}
