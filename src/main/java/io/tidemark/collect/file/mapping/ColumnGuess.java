package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the columns of a table are taken for at first: each role and each metric once, the rest ignored.
///
/// @param columns one for every name, in the order of the table
record ColumnGuess(RowKind rows, List<MappedColumn> columns) {
    static ColumnGuess of(List<String> header) {
        List<MappedColumn> guessed = header.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> ColumnWords.guess(name).orElse(MappedColumn.of(name, Role.IGNORED)))
                .toList();
        RowKind rows = kind(guessed);
        Set<String> names = new HashSet<>();
        Set<String> taken = new HashSet<>();
        List<MappedColumn> columns = new ArrayList<>();
        for (MappedColumn column : guessed) {
            if (names.add(Vocabulary.normalise(column.name()))) {
                MappedColumn fitting = fitting(column, rows, guessed);
                boolean free = fitting.role() == Role.IGNORED || taken.add(fitting.role() + " " + fitting.metric());
                columns.add(free ? fitting : MappedColumn.of(column.name(), Role.IGNORED));
            }
        }
        return new ColumnGuess(rows, List.copyOf(columns));
    }

    boolean has(Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    /// The same for a platform whose words mean something else: views of any media are impressions on Meta's platforms,
    /// likes of all kinds are reactions on LinkedIn.
    ColumnGuess on(Platform platform) {
        return switch (platform) {
            case FACEBOOK, INSTAGRAM, THREADS -> renaming(Metric.VIDEO_VIEWS, Metric.IMPRESSIONS);
            case LINKEDIN -> renaming(Metric.LIKES, Metric.REACTIONS);
            case X, YOUTUBE, TIKTOK, PINTEREST, BLUESKY, MASTODON -> this;
        };
    }

    private ColumnGuess renaming(Metric from, Metric to) {
        boolean taken = columns.stream().anyMatch(column -> to.key().equals(column.metric()));
        return taken
                ? this
                : new ColumnGuess(
                        rows,
                        columns.stream()
                                .map(column -> from.key().equals(column.metric())
                                        ? MappedColumn.of(column.name(), to.key())
                                        : column)
                                .toList());
    }

    private static RowKind kind(List<MappedColumn> guessed) {
        boolean posts = guessed.stream()
                .map(MappedColumn::role)
                .anyMatch(role -> role == Role.POST_ID || role == Role.PERMALINK || role == Role.TEXT);
        boolean published = guessed.stream().anyMatch(column -> column.role() == Role.PUBLISHED_AT);
        boolean days = guessed.stream().anyMatch(column -> column.role() == Role.DAY);
        if (posts) {
            return published && days ? RowKind.POST_DAYS : RowKind.POSTS;
        }
        if (days) {
            return RowKind.ACCOUNT_DAYS;
        }
        return levelsOnly(guessed) ? RowKind.ACCOUNT_LEVELS : RowKind.POSTS;
    }

    private static boolean levelsOnly(List<MappedColumn> guessed) {
        List<Metric> metrics =
                guessed.stream().flatMap(column -> metric(column).stream()).toList();
        return !metrics.isEmpty() && metrics.stream().allMatch(metric -> metric.kind() == Kind.GAUGE);
    }

    /// The column as rows of the kind can have it.
    private static MappedColumn fitting(MappedColumn column, RowKind rows, List<MappedColumn> all) {
        boolean level = metric(column).filter(m -> m.kind() == Kind.GAUGE).isPresent();
        boolean misplaced = rows.ofPosts() ? level : column.role().describesPost();
        if (misplaced) {
            return MappedColumn.of(column.name(), Role.IGNORED);
        }
        if (rows == RowKind.POSTS && column.role() == Role.DAY) {
            return MappedColumn.of(column.name(), Role.PUBLISHED_AT);
        }
        return column.role() == Role.TEXT ? text(column, all) : column;
    }

    /// Of several texts that of the post is taken, rather than a title or the word for its kind.
    private static MappedColumn text(MappedColumn column, List<MappedColumn> all) {
        boolean lesser = Set.of("title", "content", "description").contains(Vocabulary.normalise(column.name()));
        boolean better = all.stream()
                .filter(other -> other.role() == Role.TEXT)
                .anyMatch(other ->
                        !Set.of("title", "content", "description").contains(Vocabulary.normalise(other.name())));
        return lesser && better ? MappedColumn.of(column.name(), Role.IGNORED) : column;
    }

    private static Optional<Metric> metric(MappedColumn column) {
        return Optional.ofNullable(column.metric()).flatMap(Metric::find);
    }
}
