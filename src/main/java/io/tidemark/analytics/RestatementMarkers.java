package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.frame.Restatement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What platforms changed, after it was settled, of the numbers that an answer is made of: days of accounts where these
/// come from days, counters of posts where they come from posts. Changes of one platform that were seen on one day are
/// one marker.
final class RestatementMarkers {
    /// Of each metric; smaller ones are counted.
    static final int MOST = 5;
    /// What a restatement changed is not in the answer.
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final View view;
    private final Question question;
    private final int firstDay;
    private final int endDay;
    private final List<TrendsAnswer.Marker> markers = new ArrayList<>();
    private int leftOut;

    private RestatementMarkers(View view, Question question) {
        this.view = view;
        this.question = question;
        firstDay = question.period().firstDay();
        endDay = question.period().endDay();
    }

    static RestatementMarkers of(View view, Question question, Set<Metric> metrics) {
        RestatementMarkers found = new RestatementMarkers(view, question);
        metrics.forEach(found::add);
        return found;
    }

    List<TrendsAnswer.Marker> markers() {
        return markers;
    }

    /// How many more there would be.
    int leftOut() {
        return leftOut;
    }

    private void add(Metric metric) {
        List<Restatement> all = view.frame().restatements().of(metric);
        if (all.isEmpty()) {
            return;
        }
        ToIntFunction<Restatement> days = days(metric);
        List<Group> largest = new ArrayList<>(MOST + 1);
        int start = 0;
        while (start < all.size()) {
            Group group = group(all, start, days);
            if (group.isShown()) {
                keep(group, largest);
            }
            start = group.end();
        }
        largest.forEach(group -> markers.add(marker(all.subList(group.start(), group.end()), days)));
    }

    /// What is to be told by one marker: consecutive restatements, of which some may not be shown.
    ///
    /// @param moved by how much those that are shown changed numbers, whatever the direction; below zero where
    /// none is
    private record Group(int start, int end, double moved) {
        boolean isShown() {
            return moved >= 0;
        }
    }

    private Group group(List<Restatement> all, int start, ToIntFunction<Restatement> days) {
        Restatement first = all.get(start);
        double moved = 0;
        boolean shown = false;
        int end = start;
        for (; end < all.size() && isWith(first, all.get(end)); end++) {
            Restatement one = all.get(end);
            if (isInPeriod(days.applyAsInt(one))) {
                shown = true;
                moved += Math.abs(one.after() - one.before());
            }
        }
        return new Group(start, end, shown ? moved : -1);
    }

    private boolean isWith(Restatement first, Restatement one) {
        return one.seenOn() == first.seenOn()
                && one.ofPost() == first.ofPost()
                && view.platform(one.account()) == view.platform(first.account());
    }

    private boolean isInPeriod(int day) {
        return day >= firstDay && day < endDay;
    }

    /// Keeps the largest, the oldest first among equals. There may be thousands of groups.
    private void keep(Group group, List<Group> largest) {
        int place = largest.size();
        while (place > 0 && largest.get(place - 1).moved() < group.moved()) {
            place--;
        }
        largest.add(place, group);
        if (largest.size() > MOST) {
            largest.removeLast();
            leftOut++;
        }
    }

    /// On which day of the answer a restatement is to be told.
    private ToIntFunction<Restatement> days(Metric metric) {
        if (question.basis() == Basis.PUBLISHED) {
            return one ->
                    one.ofPost() && view.hasPost(one.post()) ? view.posts().day(one.post()) : NOWHERE;
        }
        byte[] sources = question.slicing().sources().of(Measure.of(metric));
        return one -> {
            boolean fromPosts = sources[one.account()] == ActivitySources.POSTS;
            boolean shown =
                    one.ofPost() ? fromPosts && view.hasPost(one.post()) : !fromPosts && view.has(one.account());
            return shown ? one.day() : NOWHERE;
        };
    }

    private TrendsAnswer.Marker marker(List<Restatement> group, ToIntFunction<Restatement> days) {
        List<Restatement> shown =
                group.stream().filter(one -> isInPeriod(days.applyAsInt(one))).toList();
        IntSummaryStatistics told = shown.stream().mapToInt(days).summaryStatistics();
        Platform platform = view.platform(shown.getFirst().account());
        TrendsAnswer.Restated restated = restated(shown);
        return new TrendsAnswer.Marker(
                TrendsAnswer.Marker.Kind.RESTATEMENT,
                LocalDate.ofEpochDay(told.getMin()),
                LocalDate.ofEpochDay(told.getMax()),
                platform,
                shown.getFirst().metric(),
                List.of(),
                new RestatementText(platform, restated).text(question.basis()),
                null,
                restated);
    }

    private static TrendsAnswer.Restated restated(List<Restatement> all) {
        Restatement first = all.getFirst();
        boolean adds = first.metric().kind().adds() || all.size() == 1;
        int items = first.ofPost()
                ? Math.toIntExact(
                        all.stream().mapToInt(Restatement::post).distinct().count())
                : all.size();
        return new TrendsAnswer.Restated(
                LocalDate.ofEpochDay(first.seenOn()),
                first.ofPost() ? Coverage.Unit.POST : Coverage.Unit.ACCOUNT_DAY,
                items,
                Math.toIntExact(
                        all.stream().mapToInt(Restatement::account).distinct().count()),
                adds ? all.stream().mapToDouble(Restatement::before).sum() : null,
                adds ? all.stream().mapToDouble(Restatement::after).sum() : null,
                formerAsOf(all));
    }

    /// The last instant as of which all the numbers before are told; null where there is none.
    private static @Nullable Instant formerAsOf(List<Restatement> all) {
        Instant last = null;
        for (Restatement one : all) {
            Instant asOf = one.formerAsOf();
            if (asOf == null) {
                return null;
            }
            last = last == null || asOf.isBefore(last) ? asOf : last;
        }
        Instant common = last;
        boolean allKnown = common != null
                && all.stream().noneMatch(one -> one.formerKnownAt().isAfter(common));
        return allKnown ? common : null;
    }
}
