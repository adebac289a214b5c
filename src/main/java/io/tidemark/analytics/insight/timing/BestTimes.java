package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.EligiblePosts;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.LeftOutPosts;
import io.tidemark.analytics.insight.ResponseReader;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Definitions;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers when to post, from the posts of the 365 days up to the end of the period.
public final class BestTimes {
    private static final Sentence NO_ACCOUNT =
            Sentence.of("no_account_in_view", "No account of the business is in view.");

    private static final int DAYS = 365;
    private static final int MOST_ACCOUNTS = 20;

    private final Frame frame;
    private final View view;
    private final AnalyticsQuery query;
    private final BestTimesQuestion question;
    private final LocalDate to;
    private final EligiblePosts eligible;
    private final AccountTiming timing;

    private BestTimes(Frame frame, AnalyticsQuery query, BestTimesQuestion question, Instant now) {
        this.frame = frame;
        this.query = query;
        this.question = question;
        view = new View(frame, query.filters(), now);
        to = view.period(query.period()).to();
        View all = new View(frame, query.filters().ofAllAccounts(), now);
        eligible = new EligiblePosts(all, query.filters(), from(), to, false);
        timing = new AccountTiming(all, eligible, new ResponseReader(all, query, question.metric()), question);
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    /// @throws BadQuery where more accounts are asked for than fit an answer
    public static BestTimesAnswer compute(Frame frame, AnalyticsQuery query, BestTimesQuestion question, Instant now) {
        if (query.filters().accountIds().size() > MOST_ACCOUNTS) {
            throw BadQuery.tooManyAccounts(MOST_ACCOUNTS);
        }
        return new BestTimes(frame, query, question, now).answer();
    }

    private LocalDate from() {
        return to.minusDays(DAYS - 1L);
    }

    private BestTimesAnswer answer() {
        boolean several = query.filters().accountIds().size() > 1;
        List<AccountTimes> accounts = IntStream.range(0, view.accountCount())
                .filter(view::has)
                .boxed()
                .sorted(Comparator.comparingInt((Integer account) -> -eligible.rows(account).length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(several ? MOST_ACCOUNTS : 1)
                .map(timing::of)
                .toList();
        AccountTimes main = accounts.isEmpty() ? null : accounts.getFirst();
        return new BestTimesAnswer(
                frame.businessId(),
                from(),
                to,
                main == null ? frame.zone().getId() : main.timeZone(),
                question.metric(),
                definition(),
                frame.dataVersion(),
                frame.asOf(),
                main == null ? null : main.account(),
                main == null ? List.of() : main.weekdays(),
                main == null ? List.of() : main.hours(),
                main == null ? List.of() : main.slots(),
                main == null ? nobody() : main.conclusion(),
                main == null ? new LeftOutPosts(0, 0, 0, 0, 0) : main.leftOut(),
                several ? accounts : List.of(),
                BestTimesAnswer.NOTE);
    }

    private @Nullable String definition() {
        return switch (question.metric()) {
            case ENGAGEMENT -> query.engagement().definition().id();
            case REACH -> null;
            case ER -> Definitions.ENGAGEMENT_RATE.id();
        };
    }

    private TimingConclusion nobody() {
        String reason = "no_account";
        Evidence evidence = new Evidence(
                null,
                null,
                null,
                null,
                0,
                null,
                new Coverage(Coverage.Unit.POST, 0, 0, 0),
                0,
                view.now(),
                AccountTiming.METHOD,
                EvidenceStatus.NOT_ENOUGH_DATA,
                reason);
        return new TimingConclusion(
                EvidenceStatus.NOT_ENOUGH_DATA,
                reason,
                NO_ACCOUNT.said(),
                null,
                List.of(),
                null,
                null,
                null,
                0,
                evidence);
    }
}
