package io.tidemark.serve.http;

import io.tidemark.analytics.BadQuery;
import io.tidemark.frame.Names;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object that a request brings, bounded in size, each member of which must be known.
public final class Body {
    private static final Sentence NO_JSON = Sentence.of("body_no_json", "The body is not JSON.");
    private static final Sentence TOO_LARGE =
            Sentence.of("body_too_large", "The body is larger than 1 MB: send it in several requests.");
    private static final Sentence THE_BODY = Sentence.of("the_body", "The body");
    private static final Sentence NO_OBJECT =
            Sentence.of("member_no_object", "{what} is not a JSON object with the members {members}.");
    private static final Sentence NO_SUCH_MEMBER =
            Sentence.of("member_unknown", "{what} has no member '{member}'; there are {members}.");
    private static final Sentence MISSING = Sentence.of("member_missing", "The member {member} is missing.");
    private static final Sentence NO_TEXT = Sentence.of("member_no_text", "{member} is not a text, or an empty one.");
    private static final Sentence NO_LINES = Sentence.of("member_no_lines", "{member} is not a text.");
    private static final Sentence NO_FLAG = Sentence.of("member_no_flag", "{member} is true or false.");
    private static final Sentence NO_AMOUNT = Sentence.of("member_no_amount", "{member} is neither a number nor null.");
    private static final Sentence NOT_WHOLE =
            Sentence.of("member_not_whole", "{member} is a whole number from {least} to {most}.");
    private static final Sentence NO_ID = Sentence.of("member_no_id", "{member} is not a positive whole number.");
    private static final Sentence NO_LIST = Sentence.of("member_no_list", "{member} is not a list.");
    private static final Sentence TOO_MANY_ITEMS =
            Sentence.of("member_too_many", "{member} holds more than {most} items.");
    private static final Sentence TOO_LONG =
            Sentence.of("member_too_long", "{member} has more than {most} characters.");
    private static final Sentence UNPRINTABLE_TEXT =
            Sentence.of("member_unprintable", "{member} holds control characters or halves of characters.");

    private static final int MOST_BYTES = 1 << 20;
    private static final int UNPRINTABLE = ' ';

    private final String path;
    private final JsonNode object;

    private Body(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /// @param members the names that mean something
    /// @throws ProblemException 400 when the body is something else, 413 when it is too large
    public static Body of(HttpServletRequest request, JsonMapper json, Set<String> members) {
        try {
            return new Body("", json.readTree(bytes(request))).checked(members);
        } catch (JacksonException ignored) {
            throw bad("body", NO_JSON.said());
        }
    }

    /// The body as text, for what is read elsewhere.
    ///
    /// @throws ProblemException 413 when it is too large
    public static String text(HttpServletRequest request) {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", TOO_LARGE.said())
                        .exception();
            }
            return bytes;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public boolean has(String member) {
        return object.has(member);
    }

    /// A text that is not blank and holds no control characters; empty where the member is absent.
    public Optional<String> text(String member, int longest) {
        JsonNode value = object.get(member);
        return value == null ? Optional.empty() : Optional.of(text(value, path + member, longest));
    }

    /// A text of several lines, which may be empty; empty where the member is absent.
    public Optional<String> lines(String member, int longest) {
        JsonNode value = object.get(member);
        if (value == null) {
            return Optional.empty();
        }
        String name = path + member;
        if (!value.isString()) {
            throw bad(name, NO_LINES);
        }
        String text = value.stringValue().replace("\r\n", "\n");
        return Optional.of(
                text.isBlank() ? "" : printable(text, text.replace('\n', ' ').replace('\t', ' '), name, longest));
    }

    public Optional<Boolean> flag(String member) {
        JsonNode value = object.get(member);
        if (value != null && !value.isBoolean()) {
            throw bad(path + member, NO_FLAG);
        }
        return Optional.ofNullable(value).map(JsonNode::booleanValue);
    }

    /// One value out of a list; empty where the member is absent.
    public <V> Optional<V> oneOf(String member, Function<String, Optional<V>> find, List<String> allowed) {
        return text(member, Integer.MAX_VALUE)
                .map(text -> find.apply(text).orElseThrow(() -> Parameters.noneOf(path + member, text, allowed)));
    }

    /// Texts as [#text] takes them; none where the member is absent.
    public List<String> texts(String member, int most, int longest) {
        return items(member, most, (name, value) -> text(value, name, longest));
    }

    /// A positive whole number; empty where the member is absent.
    public Optional<Long> id(String member) {
        return Optional.ofNullable(object.get(member)).map(value -> id(path + member, value));
    }

    /// A number; null where the member is null.
    ///
    /// @throws ProblemException 400 where it is absent or something else
    public @Nullable BigDecimal amount(String member) {
        JsonNode value = object.get(member);
        if (value == null) {
            throw missing(member);
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw bad(path + member, NO_AMOUNT);
        }
        return value.decimalValue();
    }

    /// A whole number of a range; empty where the member is absent.
    public Optional<Integer> whole(String member, int least, int most) {
        JsonNode value = object.get(member);
        if (value != null
                && (!value.isIntegralNumber()
                        || !value.canConvertToInt()
                        || value.intValue() < least
                        || value.intValue() > most)) {
            throw bad(
                    path + member,
                    NOT_WHOLE.said(Map.of(
                            "member", Value.name(path + member),
                            "least", Value.count(least),
                            "most", Value.count(most))));
        }
        return Optional.ofNullable(value).map(JsonNode::intValue);
    }

    public boolean isNull(String member) {
        JsonNode value = object.get(member);
        return value != null && value.isNull();
    }

    /// An object of these members; empty where the member is absent.
    public Optional<Body> object(String member, Set<String> members) {
        return Optional.ofNullable(object.get(member))
                .map(value -> new Body(path + member + ".", value).checked(members));
    }

    /// Positive whole numbers; none where the member is absent.
    public List<Long> ids(String member, int most) {
        return items(member, most, Body::id);
    }

    private static long id(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
            throw bad(name, NO_ID);
        }
        return value.longValue();
    }

    /// Objects of these members; none where the member is absent.
    public List<Body> objects(String member, int most, Set<String> members) {
        return items(member, most, (name, value) -> new Body(name + ".", value).checked(members));
    }

    /// The name of a member as problems call it.
    public String name(String member) {
        return path + member;
    }

    /// A member that is refused.
    public static ProblemException bad(String member, Said detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad_body", detail)
                .with("member", member)
                .exception();
    }

    /// @param detail names the member alone
    private static ProblemException bad(String member, Sentence detail) {
        return bad(member, detail.said(Map.of("member", Value.name(member))));
    }

    /// @param detail names the member, and what it may have at most
    private static ProblemException beyond(String member, Sentence detail, int most) {
        return bad(member, detail.said(Map.of("member", Value.name(member), "most", Value.count(most))));
    }

    public ProblemException missing(String member) {
        return bad(path + member, MISSING);
    }

    @FunctionalInterface
    private interface Reader<V> {
        V read(String name, JsonNode value);
    }

    private <V> List<V> items(String member, int most, Reader<V> reader) {
        JsonNode array = object.get(member);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            throw bad(path + member, NO_LIST);
        }
        if (array.size() > most) {
            throw beyond(path + member, TOO_MANY_ITEMS, most);
        }
        List<V> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(reader.read("%s%s[%d]".formatted(path, member, i), array.get(i)));
        }
        return items;
    }

    private Body checked(Set<String> members) {
        String name = path.isEmpty() ? "body" : path.substring(0, path.length() - 1);
        Value what = path.isEmpty() ? Value.clause(THE_BODY.said()) : Value.name(name);
        Value there = Value.name(members.stream().sorted().collect(Collectors.joining(", ")));
        if (!object.isObject()) {
            throw bad(name, NO_OBJECT.said(Map.of("what", what, "members", there)));
        }
        for (String member : object.propertyNames()) {
            if (!members.contains(member)) {
                throw bad(
                        Parameters.shortened(path + member),
                        NO_SUCH_MEMBER.said(Map.of("what", what, "member", BadQuery.echo(member), "members", there)));
            }
        }
        return this;
    }

    private static String text(@Nullable JsonNode value, String name, int longest) {
        if (value == null
                || !value.isString()
                || Names.clean(value.stringValue()).isEmpty()) {
            throw bad(name, NO_TEXT);
        }
        String text = value.stringValue();
        return printable(text, text, name, longest);
    }

    /// @param looked the text without what may stand in it here
    private static String printable(String text, String looked, String name, int longest) {
        if (text.length() > longest) {
            throw beyond(name, TOO_LONG, longest);
        }
        if (looked.codePoints().anyMatch(c -> c < UNPRINTABLE || Character.getType(c) == Character.SURROGATE)) {
            throw bad(name, UNPRINTABLE_TEXT);
        }
        return text;
    }
}
