package io.tidemark.ledger;

import io.tidemark.frame.Reading;
import io.tidemark.ledger.KnownSources.Voice;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts the history of one post together from what was found in any order.
final class HistoryBuilder {
    private final long postId;
    private final long accountId;
    private final Platform platform;
    private final List<Found<PostVersion>> versions = new ArrayList<>();
    private final List<Found<@Nullable MetricValues>> readings = new ArrayList<>();
    private List<Said<PostVersion>> saidVersions = List.of();
    private List<Said<Reading>> saidReadings = List.of();

    private static final Comparator<Said<?>> IN_TIME =
            Comparator.<Said<?>>comparingLong(Said::micros).thenComparing(Said::voice);

    private record Found<T extends @Nullable Object>(long micros, long source, T what) {}

    private record Said<T extends @Nullable Object>(long micros, Voice voice, T what) {}

    HistoryBuilder(long postId, long accountId, Platform platform) {
        this.postId = postId;
        this.accountId = accountId;
        this.platform = platform;
    }

    /// For what is stored of the same post under another id.
    HistoryBuilder ofOtherId(long other) {
        return new HistoryBuilder(other, accountId, platform);
    }

    void say(long micros, long source, PostVersion version) {
        versions.add(new Found<>(micros, source, version));
    }

    /// @param values null for a read that found nothing changed since the one before it in the sync stream
    void read(long micros, long source, @Nullable MetricValues values) {
        readings.add(new Found<>(micros, source, values));
    }

    /// Leaves out what does not count, orders the rest so that what comes later prevails, and gives unchanged reads the
    /// values that they found.
    ///
    /// @param alone whether nothing is stored of the post under another id
    void settle(KnownSources sources, boolean alone) {
        saidVersions = withRepeats(ordered(versions, sources), sources, alone);
        saidReadings = new ArrayList<>(readings.size());
        Said<Reading> row = null;
        for (Said<@Nullable MetricValues> said : ordered(readings, sources)) {
            MetricValues values = said.what();
            if (values != null) {
                Said<Reading> reading = reading(said, values);
                saidReadings.add(reading);
                row = said.voice().sync() ? reading : row;
            } else if (row == null) {
                throw new IllegalStateException("post " + postId + " has an unchanged read that nothing precedes");
            } else if (row.micros() != said.micros()
                    || row.voice().id() != said.voice().id()) {
                saidReadings.add(reading(said, row.what().values()));
            }
        }
        versions.clear();
        readings.clear();
    }

    private static Said<Reading> reading(Said<?> said, MetricValues values) {
        Voice voice = said.voice();
        return new Said<>(
                said.micros(),
                voice,
                new Reading(BinaryTime.instant(said.micros()), voice.id(), !voice.sync(), values));
    }

    /// A sync that reads a post more than once stores what it says of the post itself only when that changes; every
    /// further read says it again. This makes a difference only where another source spoke in between.
    private List<Said<PostVersion>> withRepeats(List<Said<PostVersion>> stored, KnownSources sources, boolean alone) {
        if (alone && stored.stream().map(Said::voice).distinct().limit(2).count() < 2) {
            return stored;
        }
        Map<Voice, NavigableMap<Long, PostVersion>> byVoice = new HashMap<>();
        stored.forEach(said ->
                byVoice.computeIfAbsent(said.voice(), v -> new TreeMap<>()).put(said.micros(), said.what()));
        for (Found<@Nullable MetricValues> read : readings) {
            Voice voice = sources.find(read.source());
            NavigableMap<Long, PostVersion> spoken = voice == null ? null : byVoice.get(voice);
            Map.Entry<Long, PostVersion> last = spoken == null ? null : spoken.floorEntry(read.micros());
            if (spoken != null && last != null) {
                spoken.put(read.micros(), last.getValue());
            }
        }
        List<Said<PostVersion>> all = new ArrayList<>();
        byVoice.forEach(
                (voice, spoken) -> spoken.forEach((micros, version) -> all.add(new Said<>(micros, voice, version))));
        all.sort(IN_TIME);
        return all;
    }

    /// Rows before unchanged reads of the same source and instant: the row stands for both.
    private static <T extends @Nullable Object> List<Said<T>> ordered(List<Found<T>> found, KnownSources sources) {
        List<Said<T>> said = new ArrayList<>(found.size());
        for (Found<T> one : found) {
            Voice voice = sources.find(one.source());
            if (voice != null) {
                said.add(new Said<>(one.micros(), voice, one.what()));
            }
        }
        if (said.size() > 1) {
            said.sort(Comparator.<Said<T>>comparingLong(Said::micros)
                    .thenComparing(Said::voice)
                    .thenComparing(one -> one.what() == null));
        }
        return said;
    }

    /// @param partsBefore what was stored of the post under each of its ids before the change, itself included
    /// @param partsAfter what is
    PostChange build(
            Scope scope, Listings listings, List<HistoryBuilder> partsBefore, List<HistoryBuilder> partsAfter) {
        PostHistory after = history(listings.after(accountId), partsAfter, scope.undone() ? scope.changed() : 0);
        if (!scope.hasBefore()) {
            return new PostChange(null, after);
        }
        PostHistory before = history(listings.before(accountId), partsBefore, scope.undone() ? 0 : scope.changed());
        return new PostChange(before.versions().isEmpty() ? null : before, after);
    }

    /// Puts together what was said under several ids. Of what one source said of one instant under two of them, that
    /// under the smaller id counts.
    private static <T> List<Said<T>> together(
            List<HistoryBuilder> parts, Function<HistoryBuilder, List<Said<T>>> said) {
        if (parts.size() == 1) {
            return said.apply(parts.getFirst());
        }
        List<Said<T>> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(said.apply(part)));
        all.sort(IN_TIME);
        List<Said<T>> once = new ArrayList<>(all.size());
        for (Said<T> next : all) {
            if (once.isEmpty() || IN_TIME.compare(once.getLast(), next) != 0) {
                once.add(next);
            }
        }
        return once;
    }

    /// @param without a source that is left out, or 0
    private PostHistory history(@Nullable Instant listing, List<HistoryBuilder> parts, long without) {
        List<Said<PostVersion>> allVersions = together(parts, part -> part.saidVersions);
        List<Said<Reading>> allReadings = together(parts, part -> part.saidReadings);
        List<PostVersion> counting = new ArrayList<>(allVersions.size());
        for (Said<PostVersion> version : allVersions) {
            if (version.voice().id() != without) {
                counting.add(version.what());
            }
        }
        List<Reading> counted = new ArrayList<>(allReadings.size());
        for (Said<Reading> reading : allReadings) {
            if (reading.voice().id() != without) {
                counted.add(reading.what());
            }
        }
        return new PostHistory(postId, accountId, platform, listing, counting, counted);
    }
}
