package io.tidemark.ledger;

/// A column of an exported table.
///
/// @param name the stable header, in snake case
/// @param meaning one sentence for the documentation
public record ExportColumn(String name, Kind kind, String meaning) {
    /// What its cells are, so that every format can write them as what they are.
    public enum Kind {
        /// A number of ours that names something and is never calculated with.
        ID,
        NUMBER,
        TEXT,
        /// An instant in UTC.
        TIME,
        DATE,
        BOOLEAN
    }
}
