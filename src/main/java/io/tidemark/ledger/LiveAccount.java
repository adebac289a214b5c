package io.tidemark.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account that is collected from its platform, with how far each phase has come.
///
/// @param connector what reads it
/// @param externalId what the platform's API calls it
/// @param kind what sort of account it is there; empty where there is but one
/// @param key under which observations of it are handed over
/// @param replies whether somebody asked for its replies
/// @param sealedToken the account's own token, encrypted; null where the sign-in's is used
public record LiveAccount(
        long accountId,
        long connectionId,
        String connector,
        String externalId,
        String kind,
        AccountKey key,
        boolean replies,
        byte @Nullable [] sealedToken,
        Status status,
        @Nullable Told said,
        Progress progress,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastSuccessAt,
        int failures,
        Instant dueAt) {

    LiveAccount known(List<Alias> aliases) {
        AccountKey named = new AccountKey(key.platform(), key.handle(), key.name(), aliases, key.owned());
        return new LiveAccount(
                accountId,
                connectionId,
                connector,
                externalId,
                kind,
                named,
                replies,
                sealedToken,
                status,
                said,
                progress,
                lastAttemptAt,
                lastSuccessAt,
                failures,
                dueAt);
    }

    /// What a run makes of it.
    public LiveAccount after(
            Status status,
            @Nullable Told said,
            Progress progress,
            @Nullable Instant lastSuccessAt,
            int failures,
            Instant dueAt) {
        return new LiveAccount(
                accountId,
                connectionId,
                connector,
                externalId,
                kind,
                key,
                replies,
                sealedToken,
                status,
                said,
                progress,
                lastAttemptAt,
                lastSuccessAt,
                failures,
                dueAt);
    }

    public enum Status {
        COLLECTING,
        PAUSED,
        DISCONNECTED
    }

    /// How far the phases have come.
    ///
    /// @param backfill where listing of old posts goes on, as JSON that the ledger does not look into;
    ///     null before it has begun and once it is done
    /// @param discoveredAt when new posts were last looked for, whole
    /// @param daysReadAt when the daily series was last read, whole
    /// @param sweptAt when all posts were last listed to see which are gone
    public record Progress(
            @Nullable String backfill,
            @Nullable Instant backfilledAt,
            @Nullable Instant discoveredAt,
            @Nullable Instant accountReadAt,
            @Nullable Instant daysReadAt,
            @Nullable Instant sweptAt) {
        public Progress backfilling(String where) {
            return new Progress(where, null, discoveredAt, accountReadAt, daysReadAt, sweptAt);
        }

        /// What was listed whole counts as a sweep too.
        public Progress backfilled(Instant at) {
            return new Progress(null, at, discoveredAt, accountReadAt, daysReadAt, at);
        }

        public Progress discovered(Instant at) {
            return new Progress(backfill, backfilledAt, at, accountReadAt, daysReadAt, sweptAt);
        }

        public Progress accountRead(Instant at) {
            return new Progress(backfill, backfilledAt, discoveredAt, at, daysReadAt, sweptAt);
        }

        public Progress daysRead(Instant at) {
            return new Progress(backfill, backfilledAt, discoveredAt, accountReadAt, at, sweptAt);
        }

        public Progress swept(Instant at) {
            return new Progress(backfill, backfilledAt, discoveredAt, accountReadAt, daysReadAt, at);
        }
    }
}
