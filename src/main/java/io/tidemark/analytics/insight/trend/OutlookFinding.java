package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.trend.Subject.Lacking;
import io.tidemark.analytics.insight.trend.Subject.Measured;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Foreseen;
import io.tidemark.analytics.insight.trend.TrendAnalysisAnswer.Outlook;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says what to expect of the fourteen days after the last settled one, if all goes on as it did.
final class OutlookFinding {
    private static final String METHOD = "forecast/1";
    private static final int MOST_DAYS = 365;

    private static final Sentence PURPOSE = Sentence.of("to_look_ahead", "to look ahead");
    private static final Sentence NONE =
            Sentence.of("no_outlook", "The last four weeks have too few settled days to look ahead.");
    private static final Sentence ABOUT = Sentence.of(
            "outlook",
            "If all goes on as it did, {metric} on {day} will be about {value}; too little came before to say how far off"
                    + " that may be. A forecast knows nothing of what you plan to post.");
    private static final Sentence BETWEEN = Sentence.of(
            "outlook_between",
            "If all goes on as it did, {metric} on {day} will be about {value}, and on nine such days of ten between {lo}"
                    + " and {hi}. A forecast knows nothing of what you plan to post.");

    private final Subject subject;

    OutlookFinding(Subject subject) {
        this.subject = subject;
    }

    Outlook outlook() {
        double[] judged = subject.judged();
        if (judged.length < Forecast.FEWEST_DAYS || subject.known() < Forecast.FEWEST_DAYS) {
            Lacking lacking = subject.lacking(METHOD, Forecast.FEWEST_DAYS, PURPOSE);
            return new Outlook(List.of(), Forecast.LEVEL, lacking.text(), lacking.daysMissing(), lacking.evidence());
        }
        double[] recent = Arrays.copyOfRange(judged, Math.max(0, judged.length - MOST_DAYS), judged.length);
        Forecast forecast = Forecast.of(Known.logs(recent));
        LocalDate first = subject.date(judged.length);
        List<Foreseen> days = IntStream.range(0, Forecast.DAYS)
                .filter(day -> !Double.isNaN(forecast.log(day)))
                .mapToObj(day -> foreseen(forecast, first.plusDays(day), day))
                .toList();
        return new Outlook(days, Forecast.LEVEL, text(days), null, evidence(days));
    }

    private static Foreseen foreseen(Forecast forecast, LocalDate date, int day) {
        double log = forecast.log(day);
        Double reach = forecast.hasInterval() ? forecast.reach(day, Forecast.LEVEL) : null;
        return new Foreseen(
                date,
                Math.max(0, Math.expm1(log)),
                reach == null ? null : Math.max(0, Math.expm1(log - reach)),
                reach == null ? null : Math.max(0, Math.expm1(log + reach)));
    }

    private Said text(List<Foreseen> days) {
        if (days.isEmpty()) {
            return NONE.said();
        }
        Foreseen next = days.getFirst();
        Value day = Value.day(next.date());
        Value value = subject.amount(next.value());
        Double lo = next.lo();
        Double hi = next.hi();
        return lo == null || hi == null
                ? ABOUT.said(Map.of("metric", subject.name(), "day", day, "value", value))
                : BETWEEN.said(Map.of(
                        "metric", subject.name(),
                        "day", day,
                        "value", value,
                        "lo", subject.amount(lo),
                        "hi", subject.amount(hi)));
    }

    private Evidence evidence(List<Foreseen> days) {
        @Nullable Foreseen next = days.isEmpty() ? null : days.getFirst();
        if (next == null || next.lo() == null) {
            return subject.evidence(
                    next == null ? Measured.NONE : Measured.of(next.value()),
                    subject.known(),
                    METHOD,
                    next == null ? EvidenceStatus.NOT_ENOUGH_DATA : EvidenceStatus.WEAK,
                    next == null ? "no_recent_days" : "no_interval");
        }
        return subject.evidence(new Measured(next.value(), next.lo(), next.hi(), Forecast.LEVEL), METHOD);
    }
}
