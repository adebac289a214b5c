package io.tidemark.serve;

/// Answers questions about a business that the caller may see. An answer is a value that becomes JSON as it is: names
/// in snake case, `NaN` as null.
public interface Answers {
    Object overview(AnalyticsRequest request);

    Object trends(AnalyticsRequest request);
}
