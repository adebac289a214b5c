package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of servers mean that are no success. Mastodon says why in a sentence alone.
final class MastodonFaults {
    private static final Sentence AGREE =
            Sentence.of("agree_to_all", "Agree to all that is asked for when you sign in.");
    private static final Sentence NOT_SENT_ON = Sentence.of(
            "mastodon_not_sent_on",
            "Calls are not sent on to other addresses: if the server has moved, connect the account where it is now.");
    private static final Sentence ANSWERS = Sentence.of("server_answers", "The server answers {status}: {words}");
    private static final Sentence SAYS_NO_MORE =
            Sentence.of("server_says_no_more", "The server answers {status}: nothing more.");
    private static final Sentence NOT_ITS_API = Sentence.of(
            "mastodon_not_its_api",
            "The server answers {status} with something that is not the JSON of Mastodon's API.");

    static final Sentence SIGN_IN = Sentence.of(
            "mastodon_only_signed_in",
            "It shows posts to nobody who is not signed in: connect the account by signing in, instead of by its name.");

    /// The sentence with which a server refuses to tell anything to who is not signed in.
    private static final String STRANGERS = "authenticated user";
    /// The one with which it refuses what a token is not for.
    private static final String SCOPES = "scopes";

    /// Limits hold for so long where nothing is said.
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LONGEST = 300;

    private MastodonFaults() {}

    /// Null where all is well.
    static @Nullable Fault of(ApiResponse response, Instant now) {
        int status = response.status();
        JsonNode body = response.body();
        Said said = said(status, body);
        return switch (status / 100) {
            case 2 -> body == null ? unreadable(status) : null;
            case 3 -> new Fault.Passing(said.and(NOT_SENT_ON.said()));
            case 5 -> new Fault.Passing(said);
            default -> refused(response, said, now);
        };
    }

    private static Fault refused(ApiResponse response, Said said, Instant now) {
        boolean ofServer = response.body() != null;
        return switch (response.status()) {
            case 401 -> new Fault.SignInGone(said.english().contains(STRANGERS) ? said.and(SIGN_IN.said()) : said);
            case 403 ->
                said.english().contains(SCOPES)
                        ? new Fault.NotPermitted(said.and(AGREE.said()))
                        : new Fault.Passing(said);
            // A web page may come from whatever stands before the server, and says nothing of posts.
            case 404, 410 ->
                ofServer || response.endpoint().equals(MastodonCalls.TOGETHER)
                        ? new Fault.NotFound(said)
                        : unreadable(response.status());
            case 422 -> new Fault.BatchRefused(said);
            case 429 -> new Fault.RateLimited(said, Fault.Scope.ACCOUNT, until(response, now));
            default -> new Fault.Unreadable(said);
        };
    }

    /// What the server says of it counts first, then when its limit is whole again.
    private static Instant until(ApiResponse response, Instant now) {
        Instant retry = response.header("retry-after")
                .map(text -> retryAfter(text.strip(), now))
                .orElse(null);
        Instant reset = retry == null ? MastodonLimits.resetsAt(response) : retry;
        return reset == null ? now.plus(WINDOW) : reset;
    }

    /// Seconds, or a date.
    private static @Nullable Instant retryAfter(String text, Instant now) {
        if (text.matches("[0-9]{1,6}")) {
            return now.plusSeconds(Long.parseLong(text));
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            // A header that is no date says nothing.
            return null;
        }
    }

    private static Fault unreadable(int status) {
        return new Fault.Unreadable(NOT_ITS_API.said(Map.of("status", Value.name(Integer.toString(status)))));
    }

    private static Said said(int status, @Nullable JsonNode body) {
        String error = body == null ? "" : body.path("error").asString("");
        String plain = Jsoup.parseBodyFragment(error).text().strip();
        String cut = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
        Value number = Value.name(Integer.toString(status));
        return cut.isEmpty()
                ? SAYS_NO_MORE.said(Map.of("status", number))
                : ANSWERS.said(Map.of("status", number, "words", Value.quote(cut)));
    }
}
