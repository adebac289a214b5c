package io.tidemark.analytics.insight.digest;

import io.tidemark.words.Sentence;

/// What digests are made of.
final class DigestWords {
    static final Sentence TITLE = Sentence.of("digest_title", "{business}: the week from {from} to {to}");
    static final Sentence TITLE_OF_DEMO =
            Sentence.of("digest_title_of_demo", "[Demonstration] {business}: the week from {from} to {to}");
    static final Sentence MADE_UP = Sentence.of("digest_made_up", "These are made-up numbers of a demonstration.");

    static final Sentence EVENTFUL = Sentence.of("digest_eventful", "What stands out is below.");
    static final Sentence CALM = Sentence.of("digest_calm", "A calm week: nothing stands out.");
    static final Sentence NO_DATA =
            Sentence.of("digest_no_data", "Nothing was reported for this week, so nothing can be said about it.");

    static final Sentence NUMBERS = Sentence.of("digest_numbers", "Numbers, against the week before");
    static final Sentence NUMBER = Sentence.of("digest_number", "{metric}: {value}, {change}.");
    static final Sentence NUMBER_PROVISIONAL =
            Sentence.of("digest_number_provisional", "{metric}: {value} (may still be revised), {change}.");
    static final Sentence NUMBER_MISSING = Sentence.of("digest_number_missing", "{metric}: missing.");
    static final Sentence NOT_COMPARABLE = Sentence.of("digest_not_comparable", "Not comparable");
    static final Sentence NEW = Sentence.of("digest_new", "New: there was none before");
    static final Sentence SMALL_BASE = Sentence.of("digest_small_base", "{change}, too few for a percentage");
    static final Sentence INCOMPARABLE = Sentence.of("digest_incomparable", "Not comparable with the week before");
    static final Sentence PUBLISHED = Sentence.of("digest_published", "Posts published: {posts}.");
    static final Sentence PUBLISHED_AND_BEFORE =
            Sentence.of("digest_published_and_before", "Posts published: {posts}, the week before {previous}.");
    static final Sentence FOLLOWERS = Sentence.of("digest_followers", "Followers: {value}, {change}.");
    static final Sentence FOLLOWERS_MISSING = Sentence.of("digest_followers_missing", "Followers: missing.");
    static final Sentence FOLLOWERS_CHANGE_UNKNOWN =
            Sentence.of("digest_followers_change_unknown", "How many came or went is not known");

    static final Sentence FINDINGS =
            Sentence.of("digest_findings", "Findings (at most {rate} of all claims are expected to be wrong)");
    static final Sentence FINDING = Sentence.of("digest_finding", "{title}. {text}");
    static final Sentence USUAL =
            Sentence.of("digest_usual", "Numbers that changed no more than they usually do: {usual}.");
    static final Sentence UNDECIDED =
            Sentence.of("digest_undecided", "Questions that cannot be decided yet: {undecided}.");

    static final Sentence EVIDENCE = Sentence.counting(
            "digest_evidence", "{interval}, from {n} item; {status}.", "{interval}, from {n} items; {status}.");
    static final Sentence INTERVAL = Sentence.of("digest_interval", "With {level} certainty between {lo} and {hi}");
    static final Sentence NO_INTERVAL = Sentence.of("digest_no_interval", "No interval");
    static final Sentence RELIABLE = Sentence.of("digest_reliable", "Reliable");
    static final Sentence PROVISIONAL = Sentence.of("digest_provisional", "Part may still be revised");
    static final Sentence WEAK = Sentence.of("digest_weak", "Weak, since too little is reported");
    static final Sentence NOT_DECIDED = Sentence.of("digest_not_decided", "Undecided, since the data cannot tell");
    static final Sentence NOT_PROVIDED = Sentence.of("digest_not_provided", "Not provided by the platform");

    static final Sentence BEST_POSTS =
            Sentence.of("digest_best_posts", "Best posts, by the engagement rate to be expected in the long run");
    static final Sentence BEST_POST = Sentence.of(
            "digest_best_post", "{rank}. {type} of {account} on {platform}, {day} (post {post}): {rate}. {evidence}");
    static final Sentence MISSING = Sentence.of("digest_missing", "What is missing");

    private DigestWords() {}
}
