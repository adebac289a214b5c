package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Codes for tokens, short-lived tokens for long-lived ones, and Instagram's for their successors.
final class MetaExchange {
    private final MetaPeople people;
    private final MetaTokens tokens;
    private final MetaSignIn facebook;
    private final MetaSignIn instagram;

    MetaExchange(MetaPeople people, MetaTokens tokens, MetaSignIn facebook, MetaSignIn instagram) {
        this.people = people;
        this.tokens = tokens;
        this.facebook = facebook;
        this.instagram = instagram;
    }

    /// `graph.facebook.com/oauth/access_token`.
    Answer facebook(Call call) {
        Optional<Answer> stranger = facebook.stranger(call.query("client_id"), call.query("client_secret"));
        if (stranger.isPresent()) {
            return stranger.get();
        }
        if (call.query("grant_type").orElse("").equals("fb_exchange_token")) {
            return tokens.exchange(call.query("fb_exchange_token").orElse(""))
                    .map(good -> Answer.json(
                            MetaSignIn.bearer(good.access(), good.expiresIn()).toString()))
                    .orElseGet(MetaErrors::badToken);
        }
        String code = call.query("code").orElse("");
        if (!facebook.isFrom(code, call.query("redirect_uri"))) {
            return wrongAddress();
        }
        return tokens.redeem(code)
                .map(good -> Answer.json(
                        MetaSignIn.bearer(good.access(), good.expiresIn()).toString()))
                .orElseGet(() -> MetaErrors.of(100, 36_009, "This authorization code has been used."));
    }

    /// `api.instagram.com/oauth/access_token`, whose errors have a form of their own. The id goes out as a number.
    Answer instagramCode(Call call) {
        if (instagram
                .stranger(call.form("client_id"), call.form("client_secret"))
                .isPresent()) {
            return Answer.json(
                    400, "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Invalid platform app\"}");
        }
        String code = call.form("code").orElse("");
        if (!instagram.isFrom(code, call.form("redirect_uri"))) {
            return Answer.json(
                    400,
                    "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request\"}");
        }
        return tokens.redeem(code)
                .map(good -> {
                    String holder = tokens.holder(good.access()).orElseThrow();
                    ObjectNode json = JsonNodeFactory.instance.objectNode().put("access_token", good.access());
                    json.put("user_id", Long.parseLong(holder.substring(MetaTokens.OWNER.length())));
                    ArrayNode permissions = json.putArray("permissions");
                    people.granted(holder).forEach(permissions::add);
                    return Answer.json(json.toString());
                })
                .orElseGet(
                        () -> Answer.json(
                                400,
                                "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Matching code was not found or was already used\"}"));
    }

    /// `graph.instagram.com/access_token`.
    Answer instagramLong(Call call) {
        if (!instagram.isSecret(call.query("client_secret"))) {
            return MetaErrors.of(1, 0, "Error validating client secret.");
        }
        return tokens.exchange(call.token())
                .map(good -> Answer.json(
                        MetaSignIn.bearer(good.access(), good.expiresIn()).toString()))
                .orElseGet(() -> tokens.refusal(call.token()));
    }

    /// `graph.instagram.com/refresh_access_token`.
    Answer instagramRenew(Call call) {
        return tokens.renew(call.token())
                .map(good -> Answer.json(
                        MetaSignIn.bearer(good.access(), good.expiresIn()).toString()))
                .orElseGet(() -> tokens.refusal(call.token()));
    }

    /// `graph.facebook.com/me/permissions`.
    Answer permissions() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        people.granted(MetaTokens.PERSON)
                .forEach(scope -> data.addObject().put("permission", scope).put("status", "granted"));
        data.addObject().put("permission", "email").put("status", "declined");
        return Answer.json(json.toString());
    }

    private static Answer wrongAddress() {
        return MetaErrors.of(
                100,
                36_008,
                "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request");
    }
}
