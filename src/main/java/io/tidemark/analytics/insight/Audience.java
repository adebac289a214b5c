package io.tidemark.analytics.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Who follows, and how that changes.
public final class Audience {
    private final View view;
    private final Period period;

    private Audience(View view, Period period) {
        this.view = view;
        this.period = period;
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    public static AudienceAnswer compute(Frame frame, AnalyticsQuery query, Instant now) {
        View view = new View(frame, query.filters(), now);
        Period period = view.period(query.period());
        Audience audience = new Audience(view, period);
        return new AudienceAnswer(
                frame.businessId(),
                period.from(),
                period.to(),
                frame.zone().getId(),
                frame.dataVersion(),
                frame.asOf(),
                audience.accounts());
    }

    private List<AudienceAnswer.AccountAudience> accounts() {
        List<Levels> levels = new ArrayList<>();
        for (int account = 0; account < view.accountCount(); account++) {
            levels.add(new Levels());
        }
        DayFrame days = view.days();
        for (int row = 0; row < days.size(); row++) {
            if (view.has(days.account(row))) {
                levels.get(days.account(row)).read(days, row, period);
            }
        }
        return IntStream.range(0, view.accountCount())
                .filter(view::has)
                .mapToObj(account -> levels.get(account)
                        .answer(AccountName.of(view.frame().accounts().get(account)), period.days()))
                .toList();
    }

    /// What is read of one account, day by day.
    private static final class Levels {
        private final List<AudienceAnswer.Level> series = new ArrayList<>();
        private AudienceAnswer.@Nullable Level before;
        private AudienceAnswer.@Nullable Level last;
        private double follows;
        private int followsDays;

        private void read(DayFrame days, int row, Period period) {
            LocalDate day = LocalDate.ofEpochDay(days.day(row));
            double level = days.value(row, Metric.FOLLOWERS);
            if (!Double.isNaN(level)) {
                last = new AudienceAnswer.Level(day, level, days.hasImportedFollowers(row));
                if (day.isBefore(period.from())) {
                    before = last;
                } else if (period.contains(day)) {
                    series.add(last);
                }
            }
            double followed = days.value(row, Metric.FOLLOWS);
            if (!Double.isNaN(followed) && period.contains(day)) {
                follows += followed;
                followsDays++;
            }
        }

        private AudienceAnswer.AccountAudience answer(AccountName account, int days) {
            AudienceAnswer.Level start = before != null || series.isEmpty() ? before : series.getFirst();
            Double opening = start == null ? null : Double.valueOf(start.followers());
            Double closing =
                    series.isEmpty() ? null : Double.valueOf(series.getLast().followers());
            Double change = opening == null || closing == null ? null : Double.valueOf(closing - opening);
            return new AudienceAnswer.AccountAudience(
                    account,
                    last == null ? null : last.followers(),
                    last == null ? null : last.date(),
                    opening,
                    closing,
                    change,
                    change == null || opening == null || opening == 0 ? null : change / opening,
                    followsDays == 0 ? null : follows,
                    followsDays,
                    days,
                    series);
        }
    }
}
