package io.tidemark.analytics;

import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.StandardAge;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The posts of both periods, each counted at the same age: the largest standard one that nearly all of them have
/// really reached. Posts that have not (stories never do) are left out and counted, and so are boosted ones, unless
/// boosting was asked
/// for.
final class EqualAge {
    static final double NEARLY_ALL = 0.9;
    private static final long SECONDS_PER_HOUR = 3600;
    private static final List<StandardAge> FROM_LARGEST =
            List.of(StandardAge.values()).reversed();

    private static final Sentence NOTHING_COMPARED = Sentence.of("nothing_compared", "Nothing is compared.");
    private static final Sentence NO_POSTS =
            Sentence.of("no_posts_to_compare", "One of the two periods has no posts to compare.");
    private static final Sentence NO_AGE = Sentence.of(
            "no_age_in_common",
            "At no standard age (24, 72, 168 or 672 hours) are readings known of nine in ten posts of both periods.");

    private final @Nullable Chosen chosen;
    private final @Nullable Said reason;
    private final @Nullable MetricAnswers metrics;
    private final @Nullable Rates rates;

    /// @param boosted by part, posts of the period that are left out
    private record Chosen(StandardAge age, AgedPosts posts, Slice here, Slice there, int[] boosted) {}

    EqualAge(Question question, AnalyticsQuery query, Parts parts, FollowerHistory followers) {
        Period previous = question.previous();
        Search search = new Search(question, parts);
        chosen = search.chosen;
        reason = search.reason;
        View view = question.slicing().view();
        Sides sides = chosen == null ? null : new Sides(chosen.here, chosen.here, chosen.there, 0, 0);
        metrics = sides == null
                ? null
                : new MetricAnswers(
                        sides,
                        new FollowerLevels(view, followers, question.period(), previous),
                        view.frame().zone());
        rates = sides == null ? null : new Rates(sides, followers, query, view.platforms());
    }

    /// The age alone.
    static AgeOfComparison age(Question question) {
        Search search = new Search(question, Parts.byPlatform(question.slicing().view()));
        Chosen chosen = search.chosen;
        return chosen == null
                ? new AgeOfComparison(null, null, search.reason)
                : new AgeOfComparison(chosen.age, chosen.posts, null);
    }

    /// Boosted posts of the period that the comparison leaves out.
    int boostedLeftOut(Scope scope) {
        int sum = 0;
        for (int part : scope.parts()) {
            sum += chosen == null ? 0 : chosen.boosted[part];
        }
        return sum;
    }

    /// @param current the posts of the period and of the other one, as they are now
    PublishedAnswer.EqualAge answer(AnalyticsQuery query, Slice current, @Nullable Slice previous, Scope scope) {
        if (chosen == null || metrics == null || rates == null || previous == null) {
            return new PublishedAnswer.EqualAge(null, Map.of(), Map.of(), current.items(scope), null, reason);
        }
        int boosted = boostedLeftOut(scope);
        return new PublishedAnswer.EqualAge(
                chosen.age.hours(),
                metrics.ofPosts(query.engagement(), scope),
                rates.all(scope),
                current.items(scope) - boosted - chosen.here.items(scope),
                previous.items(scope) - chosen.there.items(scope),
                null);
    }

    /// Looks for the age.
    private static final class Search {
        private final Slicing slicing;
        private final View view;
        private final Parts parts;
        private final PostSelection current;
        private final @Nullable Chosen chosen;
        private @Nullable Said reason;

        Search(Question question, Parts parts) {
            slicing = question.slicing();
            this.parts = parts;
            view = slicing.view();
            current = PostSelection.now(view);
            Period previous = question.previous();
            if (previous == null) {
                reason = NOTHING_COMPARED.said();
                chosen = null;
            } else {
                chosen = find(question.period(), previous);
            }
        }

        private @Nullable Chosen find(Period period, Period previous) {
            Posts here = posts(period);
            Posts there = posts(previous);
            if (here.comparable == 0 || there.comparable == 0) {
                reason = NO_POSTS.said();
                return null;
            }
            for (StandardAge age : FROM_LARGEST) {
                long latest = view.now().getEpochSecond() - age.hours() * SECONDS_PER_HOUR;
                if (here.reach(latest) && there.reach(latest)) {
                    AgedPosts aged = view.frame().ages().at(age);
                    if (aged == null) {
                        break;
                    }
                    Chosen found = at(age, aged, period, previous, here, there);
                    if (found != null) {
                        return found;
                    }
                }
            }
            reason = NO_AGE.said();
            return null;
        }

        private @Nullable Chosen at(
                StandardAge age, AgedPosts aged, Period period, Period previous, Posts here, Posts there) {
            Slice of = slicing.aged(parts, Stretches.one(period), aged);
            Slice before = slicing.aged(parts, Stretches.one(previous), aged);
            Scope all = parts.all();
            boolean enough =
                    of.items(all) >= NEARLY_ALL * here.comparable && before.items(all) >= NEARLY_ALL * there.comparable;
            return enough ? new Chosen(age, aged, of, before, here.boosted) : null;
        }

        /// The posts of a period, without stories: these are gone before they reach any standard age.
        ///
        /// @param boosted by part, those left out
        /// @param publishedAt of the others, ascending
        private record Posts(int[] boosted, int comparable, long[] publishedAt) {
            /// Whether nearly all were published by a second.
            boolean reach(long latest) {
                int from = comparable - (int) Math.ceil(NEARLY_ALL * comparable - 1e-9);
                // All but that many of the newest must be old enough.
                return publishedAt[comparable - 1 - from] <= latest;
            }
        }

        private Posts posts(Period period) {
            PostFrame posts = view.posts();
            int end = posts.firstRowFrom(period.endDay());
            int first = posts.firstRowFrom(period.firstDay());
            int[] boosted = new int[parts.count()];
            long[] publishedAt = new long[end - first];
            int comparable = 0;
            boolean everyPost = current.takesWholeCells();
            for (int row = first; row < end; row++) {
                int part = parts.ofKind(posts.kind(row));
                if (part == Parts.NONE || !(everyPost || current.hasPost(row))) {
                    continue;
                }
                if (!view.asksForBoosted() && current.isBoosted(row)) {
                    boosted[part]++;
                } else if (posts.contentType(row) != ContentType.STORY) {
                    publishedAt[comparable++] = posts.publishedAt(row);
                }
            }
            return new Posts(boosted, comparable, publishedAt);
        }
    }
}
