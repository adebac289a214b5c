package io.tidemark.collect.connector;

/// What a platform charges for what an endpoint returns.
///
/// @param endpoint as in [ApiRequest#endpoint()]
/// @param microDollarsPerResource millionths of a US dollar for each post or user that comes back
/// @param oncePerUtcDay whether a resource that comes back again on the same UTC day costs nothing more
public record Price(String endpoint, long microDollarsPerResource, boolean oncePerUtcDay) {
    public Price {
        if (microDollarsPerResource < 0) {
            throw new IllegalArgumentException("A price is not negative: " + microDollarsPerResource);
        }
    }
}
