package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Pages of a list: shorter than asked for as long as there are more, and with the token in the address of the next.
final class MetaPaging {
    private static final int USUAL = 25;
    private static final int LARGEST = 100;

    private MetaPaging() {}

    static <T> Answer page(Call call, List<T> all, Function<T, ObjectNode> shown) {
        int limit = call.query("limit").map(Integer::parseInt).orElse(USUAL);
        if (limit < 1 || limit > LARGEST) {
            return MetaErrors.of(100, 0, "(#100) param limit must be between 1 and 100");
        }
        int from = call.query("after").map(MetaPaging::place).orElse(0);
        boolean more = from + limit < all.size();
        int to = more ? from + Math.max(1, limit - 1) : all.size();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        all.subList(Math.min(from, to), to).forEach(item -> data.add(shown.apply(item)));
        if (!data.isEmpty()) {
            ObjectNode paging = json.putObject("paging");
            String after = cursor(to);
            paging.putObject("cursors").put("before", cursor(from)).put("after", after);
            if (to < all.size()) {
                paging.put(
                        "next",
                        "https://graph.facebook.com%s?access_token=%s&limit=%d&after=%s"
                                .formatted(call.path(), call.token(), limit, after));
            }
        }
        return Answer.json(json.toString());
    }

    private static String cursor(int place) {
        byte[] text = ("place:" + place).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int place(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Integer.parseInt(text.substring(text.indexOf(':') + 1));
    }
}
