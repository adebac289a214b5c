package io.tidemark.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// That a platform began to count something else under a metric: numbers before and after do not compare as they stand.
///
/// @param only the content types that are concerned; empty means all, and the days of accounts as well
/// @param from the first day of the change
/// @param to its last day, where it came over several
/// @param text what changed, as a sentence
/// @param source where the platform says so
public record SeriesBreak(
        Platform platform,
        Metric metric,
        Set<ContentType> only,
        LocalDate from,
        LocalDate to,
        String text,
        String source) {
    private static final String YOUTUBE = "YouTube Analytics API, revision history";

    /// All that are known, oldest first. None is guessed from numbers.
    public static final List<SeriesBreak> ALL = List.of(
            new SeriesBreak(
                    Platform.YOUTUBE,
                    Metric.VIDEO_VIEWS,
                    Set.of(ContentType.SHORT),
                    LocalDate.of(2025, 3, 31),
                    LocalDate.of(2025, 3, 31),
                    "YouTube counts every start and replay of a short as a view."
                            + " What it counted before goes on as engaged views.",
                    YOUTUBE),
            new SeriesBreak(
                    Platform.INSTAGRAM,
                    Metric.IMPRESSIONS,
                    Set.of(),
                    LocalDate.of(2025, 4, 21),
                    LocalDate.of(2025, 4, 21),
                    "Instagram counts views where it counted impressions before.",
                    "Graph API 22.0, changelog of the Instagram platform"),
            new SeriesBreak(
                    Platform.FACEBOOK,
                    Metric.IMPRESSIONS,
                    Set.of(),
                    LocalDate.of(2025, 11, 15),
                    LocalDate.of(2025, 11, 15),
                    "Facebook counts media views where it counted impressions before.",
                    "Meta for Developers, announcement of 15 August 2025"),
            new SeriesBreak(
                    Platform.FACEBOOK,
                    Metric.REACH,
                    Set.of(),
                    LocalDate.of(2026, 6, 15),
                    LocalDate.of(2026, 6, 15),
                    "Facebook counts unique viewers of media where it counted people with an impression before.",
                    "Graph API, reference of Page Insights"),
            new SeriesBreak(
                    Platform.YOUTUBE,
                    Metric.VIDEO_VIEWS,
                    Set.of(),
                    LocalDate.of(2026, 8, 24),
                    LocalDate.of(2026, 8, 27),
                    "YouTube counts views of all formats from the first frame."
                            + " What it counted before goes on as engaged views.",
                    YOUTUBE));

    public SeriesBreak {
        only = Set.copyOf(only);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A change cannot end on " + to + " before it began on " + from);
        }
    }

    /// Whether it changes numbers that are narrowed to content types.
    ///
    /// @param types none for all
    public boolean concerns(Set<ContentType> types) {
        return only.isEmpty() || types.isEmpty() || types.stream().anyMatch(only::contains);
    }
}
