package io.tidemark.collect.connector;

import io.tidemark.ledger.AccountKey;
import org.jspecify.annotations.Nullable;

/// An account as its platform's API knows it.
///
/// @param externalId what the API calls it: `urn:li:organization:2414183`
/// @param kind what sort of account it is where a platform has several, such as `organization` and `member`; else empty
/// @param token of the account alone; null where the sign-in's is used
public record TrackedAccount(
        String externalId,
        String kind,
        AccountKey key,
        @Nullable Secret token) {}
