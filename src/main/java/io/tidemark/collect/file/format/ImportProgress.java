package io.tidemark.collect.file.format;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// How far an import has come.
///
/// @param rows rows read so far, whatever became of them
/// @param bytesTotal what reading everything takes: the unpacked size where the file is an archive
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ImportProgress(long rows, long bytesRead, long bytesTotal) {}
