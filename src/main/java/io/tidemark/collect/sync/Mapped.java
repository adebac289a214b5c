package io.tidemark.collect.sync;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Tells whether a connector makes the same of an answer as before: a digest of all that counts of it, the same
/// in every process.
final class Mapped {
    static final String FAILED = "failed";

    private Mapped() {}

    /// Without pictures, whose addresses are not stored.
    static String of(Page<ListedPost> page) {
        return digest(page.items().stream()
                .map(post -> "%s %s %s %s".formatted(post.ref(), post.aliases(), post.version(), post.values()))
                .collect(Collectors.joining("\n")));
    }

    static String of(Map<String, PostReading> readings) {
        return digest(new TreeMap<>(readings)
                .entrySet().stream()
                        .map(reading -> reading.getKey() + " " + text(reading.getValue()))
                        .collect(Collectors.joining("\n")));
    }

    private static String text(PostReading reading) {
        return switch (reading) {
            case PostReading.Values told -> told.values() + " " + new TreeMap<>(told.absences());
            case PostReading.Gone gone -> gone.toString();
        };
    }

    static String of(AccountReading reading) {
        return digest(reading.levels() + "\n" + reading.parts());
    }

    static String of(List<DayReading> days) {
        return digest(days.toString());
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
