package io.tidemark.collect.file.table;

/// How a text part separates decimals: `1,234.5` or `1.234,5`. Files separated by semicolons come from spreadsheets
/// of countries that write a decimal comma.
public enum NumberStyle {
    POINT,
    COMMA
}
