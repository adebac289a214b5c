package io.tidemark.collect.connector.linkedin;

import java.util.regex.Pattern;

/// The markup of posts' texts: mentions `@[Acme](urn:li:organization:1)`, hashtags `{hashtag|\#|java}`, and a
/// backslash before characters that would be markup.
final class LittleText {
    private static final Pattern HASHTAG = Pattern.compile("\\{hashtag\\|\\\\?#\\|((?:\\\\.|[^}\\\\])*)\\}");
    private static final Pattern MENTION = Pattern.compile("(?<!\\\\)@\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(urn:li:[^)]*\\)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([|{}@\\[\\]()<>#*_~\\\\])");

    private LittleText() {}

    /// As people read it: LinkedIn shows a mention by its name alone.
    static String plain(String commentary) {
        String named = MENTION.matcher(commentary).replaceAll("$1");
        String tagged = HASHTAG.matcher(named).replaceAll("#$1");
        return ESCAPED.matcher(tagged).replaceAll("$1");
    }
}
