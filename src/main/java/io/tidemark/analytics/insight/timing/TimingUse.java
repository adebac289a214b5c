package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Responses;
import java.util.Arrays;

/// How an account used the times of the week, and what its posts reached in each slot.
final class TimingUse {
    static final String TOO_FEW_POSTS = "too_few_posts";
    static final int FEWEST_POSTS_FOR_A_MODEL = 15;
    static final int FEWEST_POSTS = 30;
    static final int FEWEST_WEEKS = 4;
    static final int FEWEST_SLOTS = 8;

    private final Responses responses;
    private final int[] posts = new int[SlotFeatures.SLOTS];
    private final double[] parts = new double[SlotFeatures.SLOTS];
    private final double[] wholes = new double[SlotFeatures.SLOTS];
    private final int weeks;

    /// @param days epoch day of each post, in order
    TimingUse(Responses responses, TimingSample sample, int[] days) {
        this.responses = responses;
        for (int i = 0; i < sample.size(); i++) {
            int slot = sample.minutes()[i] / 60;
            posts[slot]++;
            parts[slot] += responses.parts()[i];
            wholes[slot] += responses.wholes()[i];
        }
        // Monday to Sunday: 1 January 1970 was a Thursday.
        weeks = (int) Arrays.stream(days)
                .map(day -> Math.floorDiv(day + 3, SlotFeatures.WEEKDAYS))
                .distinct()
                .count();
    }

    int size() {
        return responses.size();
    }

    /// Over the weeks in which there were any.
    double postsPerWeek() {
        return (double) size() / Math.max(weeks, 1);
    }

    int[] posts() {
        return posts;
    }

    int slotsUsed() {
        return (int) Arrays.stream(posts).filter(count -> count > 0).count();
    }

    /// Why no model can be made; empty where one can.
    String obstacle() {
        if (size() < FEWEST_POSTS_FOR_A_MODEL) {
            return TOO_FEW_POSTS;
        }
        return slotsUsed() < 2 ? "one_slot" : "";
    }

    /// Why nothing may be claimed, whatever a model says; empty where something may.
    String reserve() {
        if (size() < FEWEST_POSTS) {
            return "fewer_than_30_posts";
        }
        if (weeks < FEWEST_WEEKS) {
            return "fewer_than_4_weeks";
        }
        return slotsUsed() < FEWEST_SLOTS ? "fewer_than_8_slots" : "";
    }

    /// Posts and what they reached, over the slots that belong to a time.
    ///
    /// @param mean `NaN` where there is no post
    record Reached(int posts, double mean) {}

    Reached slot(int slot) {
        return new Reached(posts[slot], parts[slot] / wholes[slot]);
    }

    Reached weekday(int weekday) {
        return over(weekday * SlotFeatures.HOURS, 1, SlotFeatures.HOURS);
    }

    Reached hour(int hour) {
        return over(hour, SlotFeatures.HOURS, SlotFeatures.WEEKDAYS);
    }

    private Reached over(int first, int step, int count) {
        int sum = 0;
        double part = 0;
        double whole = 0;
        for (int i = 0; i < count; i++) {
            sum += posts[first + i * step];
            part += parts[first + i * step];
            whole += wholes[first + i * step];
        }
        return new Reached(sum, part / whole);
    }
}
