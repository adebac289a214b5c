package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;

/// What follows from the type of a finding.
///
/// @param question what it answers
/// @param size how much it matters by its type alone, from 0 to 1; findings with a direction have a size of their own
/// @param moves what makes it another finding than it was
record Nature(Question question, double size, Moves moves) {
    enum Moves {
        /// Its value leaves the interval.
        BY_VALUE,
        /// The day or the post that it names is another.
        BY_SUBJECT,
        /// Nothing: its number grows from day to day.
        NEVER
    }

    static Nature of(InsightType type) {
        return switch (type) {
            case STOPPED_REPORTING -> new Nature(Question.DOES_IT_REPORT, 1, Moves.NEVER);
            case CHANGE, WITHIN_VARIATION, UNTESTED_CHANGE, WEEK_CHANGE, LEVEL_SHIFT ->
                new Nature(Question.LEVEL, 0.5, Moves.BY_VALUE);
            case UNUSUAL_DAY -> new Nature(Question.IS_THE_DAY_USUAL, 0.5, Moves.BY_VALUE);
            case EFFECT -> new Nature(Question.WHAT_WORKS, 0.5, Moves.BY_VALUE);
            case BEST_TIME -> new Nature(Question.WHEN_TO_POST, 0.5, Moves.BY_VALUE);
            case TIMES_ALIKE -> new Nature(Question.WHEN_TO_POST, 0.3, Moves.NEVER);
            case HALF_LIFE -> new Nature(Question.HOW_LONG_POSTS_LIVE, 0.2, Moves.BY_VALUE);
            case RECORD_DAY -> new Nature(Question.RECORD_DAY, 0.25, Moves.BY_SUBJECT);
            case RECORD_WEEK -> new Nature(Question.RECORD_WEEK, 0.25, Moves.BY_SUBJECT);
            case RECORD_POST -> new Nature(Question.RECORD_POST, 0.25, Moves.BY_SUBJECT);
            case LOW_COVERAGE -> new Nature(Question.IS_IT_REPORTED, 0.5, Moves.BY_VALUE);
            case PROVISIONAL_DAYS -> new Nature(Question.IS_IT_FINAL, 0.1, Moves.NEVER);
        };
    }

    static Stance stance(Insight insight) {
        return switch (insight.type()) {
            case CHANGE, WEEK_CHANGE, LEVEL_SHIFT, UNUSUAL_DAY, EFFECT -> direction(insight);
            case WITHIN_VARIATION, UNTESTED_CHANGE, TIMES_ALIKE -> Stance.UNDECIDED;
            case STOPPED_REPORTING,
                    RECORD_DAY,
                    RECORD_WEEK,
                    RECORD_POST,
                    BEST_TIME,
                    HALF_LIFE,
                    LOW_COVERAGE,
                    PROVISIONAL_DAYS -> Stance.YES;
        };
    }

    private static Stance direction(Insight insight) {
        Double value = insight.evidence().value();
        if (value == null || value == 0) {
            return Stance.UNDECIDED;
        }
        return value > 0 ? Stance.MORE : Stance.LESS;
    }
}
