package io.tidemark.collect.connector;

/// What a platform charges for what an endpoint returns.
///
/// @param microDollarsPerResource millionths of a US dollar for each post or user returned
/// @param oncePerUtcDay whether the same resource is charged once a day only
public record Price(String endpoint, long microDollarsPerResource, boolean oncePerUtcDay) {}
