package io.tidemark.serve.report;

import org.jspecify.annotations.Nullable;

/// A panel of a report, with what the analyst says of it.
///
/// @param metric what it is about; null where that is nothing in particular
/// @param title null for the panel's usual one
/// @param text a little Markdown; may be empty
record ReportSection(
        ReportPanel panel,
        @Nullable String metric,
        @Nullable String title,
        String text) {
    /// Under which its answer is kept: panels that ask the same share one.
    String answer() {
        return metric == null ? panel.question() : panel.question() + ":" + metric;
    }
}
