package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What owners of accounts of Instagram or Threads get for codes, for short-lived tokens, and for tokens that are to be
/// renewed.
///
/// @param prefix of the kinds of exchange: `ig`, `th`
/// @param ofInstagram whether ids go out as numbers, beside what was granted
record OwnerExchange(String prefix, boolean ofInstagram, MetaPeople people, MetaTokens tokens, MetaSignIn signIn) {

    /// `/oauth/access_token`, whose errors have a form of their own.
    Answer code(Call call) {
        if (signIn.stranger(call.form("client_id"), call.form("client_secret")).isPresent()) {
            return refused("Invalid platform app");
        }
        String code = call.form("code").orElse("");
        if (!signIn.isFrom(code, call.form("redirect_uri"))) {
            return refused("Error validating verification code. Please make sure your redirect_uri is identical to the"
                    + " one you used in the OAuth dialog request");
        }
        return tokens.redeem(code)
                .map(good -> Answer.json(shortLived(good.access()).toString()))
                .orElseGet(() -> refused("Matching code was not found or was already used"));
    }

    /// `/access_token`.
    Answer longLived(Call call) {
        if (!isKind(call, "exchange_token")) {
            return MetaErrors.of(100, 0, "Unsupported grant type");
        }
        if (!signIn.isSecret(call.query("client_secret"))) {
            return MetaErrors.of(1, 0, "Error validating client secret.");
        }
        return tokens.exchange(call.token())
                .map(good -> Answer.json(
                        MetaSignIn.bearer(good.access(), good.expiresIn()).toString()))
                .orElseGet(() -> tokens.refusal(call.token()));
    }

    /// `/refresh_access_token`.
    Answer renewed(Call call) {
        if (!isKind(call, "refresh_token")) {
            return MetaErrors.of(100, 0, "Unsupported grant type");
        }
        return tokens.renew(call.token())
                .map(good -> Answer.json(
                        MetaSignIn.bearer(good.access(), good.expiresIn()).toString()))
                .orElseGet(() -> tokens.refusal(call.token()));
    }

    private ObjectNode shortLived(String token) {
        String holder = tokens.holder(token).orElseThrow();
        String id = holder.substring(MetaTokens.OWNER.length());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("access_token", token);
        if (!ofInstagram) {
            return json.put("user_id", id);
        }
        ArrayNode permissions = json.put("user_id", Long.parseLong(id)).putArray("permissions");
        people.granted(holder).forEach(permissions::add);
        return json;
    }

    private boolean isKind(Call call, String kind) {
        return call.query("grant_type").filter((prefix + "_" + kind)::equals).isPresent();
    }

    private static Answer refused(String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("error_type", "OAuthException").put("code", 400).put("error_message", message);
        return Answer.json(400, json.toString());
    }
}
