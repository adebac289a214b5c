package io.tidemark.collect.demo;

/// How an account writes.
///
/// @param sentences about how many
/// @param fewestTags hashtags at the end, at least
/// @param mostTags hashtags at the end, at most
record Voice(int sentences, int fewestTags, int mostTags) {}
