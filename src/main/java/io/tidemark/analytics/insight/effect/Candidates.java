package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.insight.effect.Candidate.Contrast;
import io.tidemark.frame.Wording;
import io.tidemark.metric.ContentType;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Chooses what is looked at of an account's posts, and lays out the columns for it and for what is to be allowed for.
///
/// A level of a property is set against the mix of the other levels. Posts whose text is not known are a level of
/// length of their own, so that they tell nothing about texts and still count for all else.
final class Candidates {
    private static final int FEWEST_POSTS = 100;
    private static final int POSTS_PER_COLUMN = 2;
    private static final int MOST_HASHTAGS = 100;
    private static final int MOST_RARE_HASHTAGS = 10;
    /// With so many posts the hour is allowed for.
    private static final int FEWEST_FOR_HOURS = 300;

    private static final double SPREAD_OF_HOURS = 0.2;
    private static final double USUAL_NOISE = 0.6;

    private final StudiedPosts posts;
    private final EffectDesign.Builder columns;
    private final List<Candidate> all = new ArrayList<>();
    private final int known;
    private final boolean mentionsAreTold;
    private int rareHashtags;
    private int hashtagsBeyond;

    /// @param mentionsAreTold whether texts of the platform show who is mentioned
    Candidates(StudiedPosts posts, boolean mentionsAreTold) {
        this.posts = posts;
        this.mentionsAreTold = mentionsAreTold;
        columns = new EffectDesign.Builder(posts.times());
        Levels lengths = posts.lengths();
        known = posts.size() - lengths.posts()[StudiedPosts.UNKNOWN_LENGTH];
        columns.allLevels(posts.stretches());
        if (posts.size() >= FEWEST_FOR_HOURS) {
            columns.shrunkenLevels(posts.partsOfDay(), SPREAD_OF_HOURS, USUAL_NOISE);
        }
        addLevels(EffectKind.CONTENT_TYPE, posts.contentTypes(), Candidates::isKnownType, Candidates::type);
        addLevels(EffectKind.LENGTH, lengths, length -> length != StudiedPosts.UNKNOWN_LENGTH, Candidates::length);
        addLevels(EffectKind.WEEKDAY, posts.weekdays(), day -> true, Candidates::weekday);
        addTraits();
        addHashtags();
    }

    private record Named(String key, String name) {}

    private static boolean isKnownType(int level) {
        return level != ContentType.UNKNOWN.ordinal();
    }

    private static Named type(int level) {
        ContentType type = ContentType.values()[level];
        return new Named(type.key(), EffectText.name(type));
    }

    private static Named length(int level) {
        return new Named(EffectText.lengthKey(level), EffectText.lengthName(level));
    }

    private static Named weekday(int level) {
        return new Named(Integer.toString(level + 1), EffectText.weekday(level));
    }

    /// Of what an effect is estimated where there are enough posts altogether.
    List<Candidate> told() {
        return all.stream().filter(candidate -> candidate.contrast() != null).toList();
    }

    /// Of what one would be estimated if more posts had it, or more had it not.
    List<Candidate> rare() {
        return all.stream().filter(candidate -> candidate.contrast() == null).toList();
    }

    /// How many posts it takes to estimate anything.
    int postsNeeded() {
        return Math.max(FEWEST_POSTS, POSTS_PER_COLUMN * columns.columns());
    }

    /// How many of these are missing.
    int missing() {
        return Math.max(postsNeeded() - posts.size(), 0);
    }

    EffectDesign design() {
        return columns.build();
    }

    /// How many posts' texts are known.
    int known() {
        return known;
    }

    /// Hashtags in too few posts, or missing from too few, beyond those that are listed.
    int rareHashtags() {
        return rareHashtags;
    }

    /// Hashtags for which there is no room: the most used ones come first.
    int hashtagsBeyond() {
        return hashtagsBeyond;
    }

    boolean mentionsAreTold() {
        return mentionsAreTold;
    }

    /// Of two levels the rarer one says it all; one alone says nothing.
    private void addLevels(EffectKind kind, Levels levels, IntPredicate isCompared, IntFunction<Named> names) {
        int[] columnOfLevel = columns.levels(levels);
        int[] compared = Arrays.stream(levels.used()).filter(isCompared).toArray();
        int total = Arrays.stream(compared).map(level -> levels.posts()[level]).sum();
        int skipped = compared.length == 2 ? moreCommon(levels, compared) : -1;
        for (int level : compared.length < 2 ? new int[0] : compared) {
            if (level != skipped) {
                int with = levels.posts()[level];
                Contrast contrast = Candidate.isEnough(with, total - with)
                        ? against(levels, columnOfLevel, compared, level, total)
                        : null;
                Named named = names.apply(level);
                all.add(new Candidate(kind, named.key(), named.name(), with, total - with, contrast));
            }
        }
    }

    private static int moreCommon(Levels levels, int[] two) {
        return levels.posts()[two[0]] >= levels.posts()[two[1]] ? two[0] : two[1];
    }

    private static Contrast against(Levels levels, int[] columnOfLevel, int[] compared, int level, int total) {
        int[] at = Arrays.stream(compared).map(each -> columnOfLevel[each]).toArray();
        double others = total - (double) levels.posts()[level];
        double[] factors = Arrays.stream(compared)
                .mapToDouble(each -> each == level ? 1 : -levels.posts()[each] / others)
                .toArray();
        return new Contrast(at, factors);
    }

    private void addTraits() {
        if (known == 0) {
            return;
        }
        for (Wording.Trait trait : Wording.Trait.values()) {
            if (trait != Wording.Trait.MENTIONS || mentionsAreTold) {
                int[] with = posts.with(trait);
                add(EffectKind.TEXT, EffectText.key(trait), EffectText.name(trait), with);
            }
        }
    }

    private void add(EffectKind kind, String key, String name, int[] with) {
        int without = known - with.length;
        Contrast contrast = Candidate.isEnough(with.length, without) ? Contrast.of(columns.set(with)) : null;
        all.add(new Candidate(kind, key, name, with.length, without, contrast));
    }

    /// Hashtags that always occur together are one: nobody can tell which of them does it.
    private void addHashtags() {
        int room = Math.min(MOST_HASHTAGS, Math.max(posts.size() / POSTS_PER_COLUMN - columns.columns(), 0));
        Map<IntBuffer, List<String>> together = new LinkedHashMap<>();
        int rare = 0;
        for (Wording.Tag tag : posts.wording().hashtags()) {
            int[] with = posts.places(tag.rows());
            if (with.length == 0) {
                continue;
            }
            IntBuffer key = IntBuffer.wrap(with);
            if (!Candidate.isEnough(with.length, known - with.length)) {
                if (rare++ < MOST_RARE_HASHTAGS) {
                    add(EffectKind.HASHTAG, "#" + tag.name(), "#" + tag.name(), with);
                } else {
                    rareHashtags++;
                }
            } else if (together.size() < room || together.containsKey(key)) {
                together.computeIfAbsent(key, posts -> new ArrayList<>()).add("#" + tag.name());
            } else {
                hashtagsBeyond++;
            }
        }
        together.forEach((with, names) -> add(
                EffectKind.HASHTAG,
                names.stream().sorted().collect(Collectors.joining(" ")),
                EffectText.together(names.stream().sorted().toList()),
                with.array()));
    }
}
