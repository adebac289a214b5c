package io.tidemark.collect.file.table;

/// What the reader is willing to unpack, so that a hostile file cannot exhaust the machine.
///
/// @param fileBytes size of any file
/// @param workbookBytes size of a BIFF workbook, which is read into memory whole
/// @param entries entries of an archive
/// @param unpackedBytes bytes of all entries of an archive together, unpacked
/// @param ratio unpacked bytes for each packed byte, beyond the first megabyte of an entry
public record Limits(long fileBytes, long workbookBytes, int entries, long unpackedBytes, int ratio) {
    /// A lifetime export of a large channel has a few megabytes; these are far above it. All but the old workbooks are
    /// read as streams.
    public static final Limits STANDARD = new Limits(4L << 30, 32L << 20, 1_000, 4L << 30, 200);

    public static final long RATIO_COUNTS_FROM = 1L << 20;
}
