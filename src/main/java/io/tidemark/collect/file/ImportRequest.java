package io.tidemark.collect.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file to import into a business.
///
/// @param importId id of the source to be, leased before so that progress can be asked for
/// @param fileName as the user knows it: exports carry the account and the time in it
/// @param lastModified when the file was last written on the user's machine
/// @param dryRun read and count everything, store nothing
/// @param strict refuse the file when a row of it is rejected
/// @param visibleBusinesses businesses that the caller may see: a file of one of their accounts is not taken for
/// another's
public record ImportRequest(
        long importId,
        long businessId,
        Path file,
        String fileName,
        Answers answers,
        @Nullable Instant lastModified,
        boolean dryRun,
        boolean strict,
        Set<Long> visibleBusinesses) {
    /// The same file, taken up again with more said about it.
    public ImportRequest again(long newId, Answers said, boolean trial) {
        return new ImportRequest(
                newId, businessId, file, fileName, said, lastModified, trial, strict, visibleBusinesses);
    }

    public ImportRequest {
        visibleBusinesses = Set.copyOf(visibleBusinesses);
    }
}
