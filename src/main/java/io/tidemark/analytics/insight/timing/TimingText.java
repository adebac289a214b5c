package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.ResponseMetric;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// The conclusion about posting times in words.
final class TimingText {
    private TimingText() {}

    static String recommendation(TimingConclusion.Window best, ResponseMetric metric) {
        return ("%s, %s, brings %s %s than your usual mix of times (90 %% interval %s to %s), after allowing for"
                        + " content type, trend and level.")
                .formatted(
                        weekday(best.weekday()),
                        hours(best),
                        more(best.lift()),
                        name(metric),
                        share(best.interval(), 0),
                        share(best.interval(), 1));
    }

    static String undecided(TimingConclusion.Window best, int postsToSettle) {
        return ("Your data cannot yet tell times apart: the best guess is %s, %s, which could be %s to %s against your"
                        + " usual mix. About %d posts at each of two times would settle a difference of 20 %%.")
                .formatted(
                        weekday(best.weekday()),
                        hours(best),
                        share(best.interval(), 0),
                        share(best.interval(), 1),
                        postsToSettle);
    }

    static String expected(TimingConclusion.Window best, TimingUse use, int siblings) {
        return ("%s The other %d accounts of the platform lead to expect most of %s, %s: %s to %s against the times used"
                        + " so far.")
                .formatted(
                        tooFew(use),
                        siblings,
                        weekday(best.weekday()),
                        hours(best),
                        share(best.interval(), 0),
                        share(best.interval(), 1));
    }

    static String reserved(String reason, TimingUse use) {
        return switch (reason) {
            case "fewer_than_30_posts" ->
                "%d posts are too few to speak of better and worse times; it takes at least %d."
                        .formatted(use.size(), TimingUse.FEWEST_POSTS);
            case "fewer_than_4_weeks" ->
                "The posts lie in fewer than %d weeks: too short a time to tell a good hour from a good week."
                        .formatted(TimingUse.FEWEST_WEEKS);
            case "fewer_than_8_slots" ->
                "The posts went out in %d different hours of the week only: it takes at least %d to compare times."
                        .formatted(use.slotsUsed(), TimingUse.FEWEST_SLOTS);
            default -> "";
        };
    }

    static String impossible(String reason, ResponseMetric metric, TimingUse use) {
        return switch (reason) {
            case "metric_not_provided" -> "The platform does not provide what %s needs.".formatted(name(metric));
            case "no_posts" -> "There are no posts in the 365 days up to the end of the period.";
            case "not_collected" -> "No post reports what %s needs.".formatted(name(metric));
            case "one_slot" -> "All posts went out in the same hour of the week: there is nothing to compare.";
            default -> tooFew(use);
        };
    }

    private static String tooFew(TimingUse use) {
        return "%d %s too few to look at times; it takes at least %d."
                .formatted(use.size(), use.size() == 1 ? "post is" : "posts are", TimingUse.FEWEST_POSTS_FOR_A_MODEL);
    }

    static String name(ResponseMetric metric) {
        return switch (metric) {
            case ENGAGEMENT -> "engagement";
            case REACH -> "reach";
            case ER -> "engagement rate";
        };
    }

    static String more(double lift) {
        return "%.0f %% %s".formatted(Math.abs(lift) * 100, lift >= 0 ? "more" : "less");
    }

    private static String share(List<Double> interval, int end) {
        return String.format(Locale.ROOT, "%+.0f %%", interval.get(end) * 100);
    }

    private static String weekday(int weekday) {
        return DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String hours(TimingConclusion.Window window) {
        return "%02d:00 to %02d:00".formatted(window.fromHour(), window.toHour());
    }
}
