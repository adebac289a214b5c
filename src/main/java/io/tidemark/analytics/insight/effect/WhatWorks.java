package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.EligiblePosts;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.ResponseReader;
import io.tidemark.frame.Frame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.metric.Definitions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers what works, from the posts of the 365 days up to the end of the period: one regression of what posts reached
/// on everything that is looked at, whose effects are then shrunken together ([AdaptiveShrinkage]).
public final class WhatWorks {
    private static final int DAYS = 365;
    private static final int MOST_ACCOUNTS = 20;

    private WhatWorks() {}

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where more accounts are asked for than fit an answer
    /// @throws OutdatedFrame where texts have moved on since the frame was loaded
    public static WhatWorksAnswer compute(Frame frame, AnalyticsQuery query, ResponseMetric metric, Instant now) {
        int asked = query.filters().accountIds().size();
        if (asked > MOST_ACCOUNTS) {
            throw BadQuery.tooManyAccounts(MOST_ACCOUNTS);
        }
        View view = new View(frame, query.filters(), now);
        LocalDate to = view.period(query.period()).to();
        LocalDate from = to.minusDays(DAYS - 1L);
        EligiblePosts eligible = new EligiblePosts(view, query.filters(), from, to, false);
        AccountStudy study = new AccountStudy(view, eligible, new ResponseReader(view, query, metric), metric);
        List<AccountEffects> accounts = IntStream.range(0, view.accountCount())
                .filter(view::has)
                .boxed()
                .sorted(Comparator.comparingInt((Integer account) -> -eligible.rows(account).length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(asked, 1))
                .map(study::of)
                .toList();
        return new WhatWorksAnswer(
                frame.businessId(),
                from,
                to,
                frame.zone().getId(),
                metric,
                definition(query, metric),
                frame.dataVersion(),
                frame.asOf(),
                accounts,
                WhatWorksAnswer.NOTE);
    }

    private static @Nullable String definition(AnalyticsQuery query, ResponseMetric metric) {
        return switch (metric) {
            case ENGAGEMENT -> query.engagement().definition().id();
            case REACH -> null;
            case ER -> Definitions.ENGAGEMENT_RATE.id();
        };
    }
}
