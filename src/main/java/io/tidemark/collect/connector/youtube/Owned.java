package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.TrackedAccount;
import java.util.Optional;
import java.util.function.Supplier;

/// The channel that a sign-in is of. Where it is not shown, nothing that YouTube leaves out is gone, and nothing that
/// it refuses is refused for good.
record Owned(YouTubeCalls calls) {
    /// @throws CallFailed where the sign-in is of another channel, or of none
    Channel channel(Api api, TrackedAccount account) {
        Optional<Channel> shown = Channel.in(calls.channel(api));
        if (shown.isPresent() && shown.get().id().equals(account.externalId())) {
            return shown.get();
        }
        String handle = account.key().handle();
        String instead = shown.map(other -> "is of " + other.key().handle() + ", not of " + handle)
                .orElse("shows no channel any more, so not " + handle);
        throw new CallFailed(
                new Fault.NotPermitted("The sign-in %s: sign in to YouTube and choose %s.".formatted(instead, handle)));
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
                        new Fault.Passing("YouTube does not show the channel %s to the sign-in at the moment."
                                .formatted(account.key().handle())),
                        failed);
            }
            throw failed;
        }
    }
}
