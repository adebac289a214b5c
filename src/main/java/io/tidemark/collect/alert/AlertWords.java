package io.tidemark.collect.alert;

import io.tidemark.words.Sentence;

/// What alerts are made of.
final class AlertWords {
    static final Sentence SUBJECT = Sentence.of("alert_subject", "Tidemark, {business}: {what}");
    static final Sentence SEVERAL = Sentence.counting("alert_several", "{n} alert", "{n} alerts");
    static final Sentence ENDS_SOON = Sentence.of("alert_ends_soon", "The sign-in with {login} ends soon");
    static final Sentence NO_MORE = Sentence.of("alert_no_more", "The sign-in with {login} is good no more");
    static final Sentence NOT_READ = Sentence.of("alert_not_read", "{account} is not being read");
    static final Sentence BREAKING_OUT = Sentence.of("alert_breaking_out", "A post on {account} is breaking out");
    static final Sentence TRIAL = Sentence.of("alert_trial", "A trial");

    static final Sentence ENDS = Sentence.counting(
            "alert_ends",
            "The sign-in with {login} ({name}) ends within a day, on {at}.",
            "The sign-in with {login} ({name}) ends in {n} days, on {at}.");
    static final Sentence SIGN_IN_BEFORE =
            Sentence.of("alert_sign_in_before", "Sign in again before then, so that no day is missed.");
    static final Sentence BROKEN =
            Sentence.of("alert_broken", "The sign-in with {login} ({name}) is good no more. The reason: {reason}");
    static final Sentence BROKEN_SINCE = Sentence.of(
            "alert_broken_since",
            "The sign-in with {login} ({name}) is good no more since {since}. The reason: {reason}");
    static final Sentence IT_HAS_ENDED = Sentence.of("alert_it_has_ended", "It has ended.");
    static final Sentence UNREAD = Sentence.of("alert_unread", "Not read meanwhile: {accounts}.");
    static final Sentence NEVER_READ = Sentence.of("alert_never_read", "{account} (never read)");
    static final Sentence LAST_READ = Sentence.of("alert_last_read", "{account} since {at}");
    static final Sentence MORE_ACCOUNTS = Sentence.counting("alert_more_accounts", "{n} other", "{n} others");
    static final Sentence SIGN_IN_AGAIN =
            Sentence.of("alert_sign_in_again", "Sign in again: its accounts go on where they stood.");

    static final Sentence SILENT =
            Sentence.of("alert_silent", "{account} has not been read for over {hours} hours, since {since}.");
    static final Sentence LAST_RUN = Sentence.of("alert_last_run", "The last run said: {said}");
    static final Sentence LOOK_SOON = Sentence.of(
            "alert_look_soon",
            "Look at its last runs soon: it has stories, whose numbers are gone a day after they were published.");
    static final Sentence LOOK_AT_RUNS =
            Sentence.of("alert_look_at_runs", "Look at its last runs, and whether the server runs all the time.");

    static final Sentence BREAKS_OUT = Sentence.of(
            "alert_breaks_out",
            "The post of {account} published on {at} had {engagement} engagements {after}, where {expected} are usual.");
    static final Sentence AFTER_MINUTES =
            Sentence.counting("alert_after_minutes", "After {n} minute", "After {n} minutes");
    static final Sentence AFTER_HOURS = Sentence.counting("alert_after_hours", "After {n} hour", "After {n} hours");
    static final Sentence AFTER_DAYS = Sentence.counting("alert_after_days", "After {n} day", "After {n} days");
    static final Sentence SETTLES = Sentence.counting(
            "alert_settles",
            "It is expected to settle at {settles}; the chance that it comes to three times the usual {usual} or more is"
                    + " {chance}, from {n} earlier post.",
            "It is expected to settle at {settles}; the chance that it comes to three times the usual {usual} or more is"
                    + " {chance}, from {n} earlier posts.");
    static final Sentence WHILE_GROWING = Sentence.of(
            "alert_while_growing", "While it is growing, answers and a follow-up reach more people than usual.");

    static final Sentence TRIAL_ARRIVES =
            Sentence.of("alert_trial_arrives", "This is a trial: alerts of {business} arrive here.");
    static final Sentence NOTHING_TO_DO = Sentence.of("alert_nothing_to_do", "There is nothing to do.");
    static final Sentence TIME = Sentence.of("alert_time", "{day} at {time} ({zone})");
    static final Sentence MORE_AT = Sentence.of("alert_more_at", "More: {address}");
    static final Sentence MORE_ON_PAGE = Sentence.of("alert_more_on_page", "More is on Tidemark's page {path}.");

    private AlertWords() {}
}
