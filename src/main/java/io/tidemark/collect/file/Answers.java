package io.tidemark.collect.file;

import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What the user says about a file where the file leaves it open.
///
/// @param account handle of the account, for files that name none
/// @param platform for files that could be of several
/// @param format key of the format, for files that could be of several
/// @param timeZone zone of times that the file gives without one
/// @param observedAt when the platform wrote the file, where the user knows better
/// @param mapping how a table of any tool is to be read
public record Answers(
        @Nullable String account,
        @Nullable Platform platform,
        @Nullable String format,
        @Nullable ZoneId timeZone,
        @Nullable Instant observedAt,
        @Nullable Mapping mapping) {
    public static final Answers NONE = new Answers(null, null, null, null, null, null);

    /// These answers, and how the table is to be read.
    public Answers with(Mapping told) {
        return new Answers(account, platform, format, timeZone, observedAt, told);
    }
}
