package io.tidemark.collect.connector;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;

/// What is said of several platforms alike. The words of a platform itself stay as they came.
public final class Saying {
    private static final Sentence ENDING = Sentence.of("program_ends", "The program ends.");

    private static final Sentence AS_IT_CAME = Sentence.of("as_it_came", "{words}");
    private static final Sentence SAYS = Sentence.of("platform_says", "{platform} says: {words}");
    private static final Sentence ANSWERS = Sentence.of("platform_answers", "{platform} answers {status}: {words}");
    private static final Sentence SAYS_NO_MORE =
            Sentence.of("platform_says_no_more", "{platform} answers {status}: nothing more.");
    private static final Sentence REFUSES_SIGN_IN =
            Sentence.of("platform_refuses_sign_in", "{platform} refuses the sign-in: {words}");
    private static final Sentence NOT_ITS_API = Sentence.of(
            "platform_not_its_api", "{platform} answers {status} with something that is not the JSON of its API.");
    private static final Sentence NO_TOKEN =
            Sentence.of("platform_without_token", "{platform} answers the sign-in without a token.");
    private static final Sentence NO_OWNER =
            Sentence.of("platform_without_owner", "{platform} does not say whose the sign-in is.");
    private static final Sentence OTHER_OWNER = Sentence.of(
            "platform_other_owner", "The sign-in is of {other}, not of {wanted}: sign in to {platform} as {wanted}.");
    private static final Sentence OTHER_RENEWED =
            Sentence.of("platform_other_renewed", "{platform} renews the sign-in of another account.");
    private static final Sentence NAMELESS =
            Sentence.of("platform_nameless_account", "{platform} tells an account without id or name.");
    private static final Sentence NO_POST_ID =
            Sentence.of("platform_post_without_id", "{platform} lists a post without an id.");
    private static final Sentence NO_POST_TIME =
            Sentence.of("platform_post_without_time", "{platform} does not say when post {post} was published.");
    private static final Sentence NO_TIME =
            Sentence.of("platform_not_a_time", "{platform} writes \"{words}\" where a day or a time belongs.");
    private static final Sentence NO_NEXT =
            Sentence.of("platform_without_next", "{platform} says that a list goes on, but not where.");

    private Saying() {}

    /// A call that is not waited for any more.
    public static Said ending() {
        return ENDING.said();
    }

    /// Words of somebody else alone.
    public static Said asItCame(String words) {
        return AS_IT_CAME.said(Map.of("words", Value.quote(words)));
    }

    public static Said says(String platform, String words) {
        return SAYS.said(Map.of("platform", Value.name(platform), "words", Value.quote(words)));
    }

    /// @param status with the code of the reason, where there is one
    public static Said answers(String platform, String status, String words) {
        return words.isBlank()
                ? SAYS_NO_MORE.said(Map.of("platform", Value.name(platform), "status", Value.name(status)))
                : ANSWERS.said(Map.of(
                        "platform", Value.name(platform), "status", Value.name(status), "words", Value.quote(words)));
    }

    public static Said refusesSignIn(String platform, String words) {
        return REFUSES_SIGN_IN.said(Map.of("platform", Value.name(platform), "words", Value.quote(words)));
    }

    public static Said notItsApi(String platform, int status) {
        return NOT_ITS_API.said(
                Map.of("platform", Value.name(platform), "status", Value.name(Integer.toString(status))));
    }

    public static Said noToken(String platform) {
        return of(NO_TOKEN, platform);
    }

    public static Said noOwner(String platform) {
        return of(NO_OWNER, platform);
    }

    /// @param other as whom somebody is signed in
    /// @param wanted as whom somebody should be
    public static Said otherOwner(String platform, String other, String wanted) {
        return OTHER_OWNER.said(
                Map.of("platform", Value.name(platform), "other", Value.name(other), "wanted", Value.name(wanted)));
    }

    public static Said otherRenewed(String platform) {
        return of(OTHER_RENEWED, platform);
    }

    public static Said nameless(String platform) {
        return of(NAMELESS, platform);
    }

    public static Said noPostId(String platform) {
        return of(NO_POST_ID, platform);
    }

    public static Said noPostTime(String platform, String post) {
        return NO_POST_TIME.said(Map.of("platform", Value.name(platform), "post", Value.name(post)));
    }

    public static Said noTime(String platform, String words) {
        return NO_TIME.said(Map.of("platform", Value.name(platform), "words", Value.name(words)));
    }

    public static Said noNext(String platform) {
        return of(NO_NEXT, platform);
    }

    private static Said of(Sentence sentence, String platform) {
        return sentence.said(Map.of("platform", Value.name(platform)));
    }
}
