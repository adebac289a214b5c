package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Facebook's codes for tokens, and short-lived tokens for long-lived ones.
final class MetaExchange {
    private final MetaPeople people;
    private final MetaTokens tokens;
    private final MetaSignIn facebook;

    MetaExchange(MetaPeople people, MetaTokens tokens, MetaSignIn facebook) {
        this.people = people;
        this.tokens = tokens;
        this.facebook = facebook;
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
