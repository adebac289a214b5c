package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The channel that a sign-in is of. Where it is not shown, nothing that YouTube leaves out is gone, and nothing that
/// it refuses is refused for good.
record Owned(YouTubeCalls calls) {
    private static final Sentence OTHER_CHANNEL = Sentence.of(
            "youtube_other_channel",
            "The sign-in is of {other}, not of {wanted}: sign in to YouTube and choose {wanted}.");
    private static final Sentence NO_CHANNEL = Sentence.of(
            "youtube_no_channel",
            "The sign-in shows no channel any more, so not {wanted}: sign in to YouTube and choose {wanted}.");
    private static final Sentence NOT_SHOWN = Sentence.of(
            "youtube_not_shown", "YouTube does not show the channel {channel} to the sign-in at the moment.");

    /// @throws CallFailed where the sign-in is of another channel, or of none
    Channel channel(Api api, TrackedAccount account) {
        Optional<Channel> shown = Channel.in(calls.channel(api));
        if (shown.isPresent() && shown.get().id().equals(account.externalId())) {
            return shown.get();
        }
        String handle = account.key().handle();
        Value wanted = Value.name(handle);
        Said instead = shown.map(other -> OTHER_CHANNEL.said(
                        Map.of("other", Value.name(other.key().handle()), "wanted", wanted)))
                .orElse(NO_CHANNEL.said(Map.of("wanted", wanted)));
        throw new CallFailed(new Fault.NotPermitted(instead));
    }

    boolean isShown(Api api, TrackedAccount account) {
        return Channel.in(calls.channel(api))
                .filter(channel -> channel.id().equals(account.externalId()))
                .isPresent();
    }

    /// Asks the analytics. A refusal that comes of the channel not being there passes when it is.
    <T> T report(Api api, TrackedAccount account, Supplier<T> question) {
        try {
            return question.get();
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotPermitted && !isShown(api, account)) {
                throw new CallFailed(
                        new Fault.Passing(NOT_SHOWN.said(
                                Map.of("channel", Value.name(account.key().handle())))),
                        failed);
            }
            throw failed;
        }
    }
}
