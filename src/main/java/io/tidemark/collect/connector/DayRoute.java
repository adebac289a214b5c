package io.tidemark.collect.connector;

import java.util.Set;

/// A daily series of an account.
///
/// @param daysPerCall how many days a call takes
/// @param reachBackDays for how many days back the platform tells it
/// @param firstDayAgo how many days ago the newest day lies that may be there: 0 for today
public record DayRoute(String name, Set<String> metrics, int daysPerCall, int reachBackDays, int firstDayAgo) {
    public DayRoute {
        metrics = Set.copyOf(metrics);
    }
}
