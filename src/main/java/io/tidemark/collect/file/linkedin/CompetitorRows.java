package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of the sheet of competitors: the followers of a page, and what it did in the period.
final class CompetitorRows {
    private static final Map<String, String> OF_PERIOD = Map.of(
            "new followers", Metric.FOLLOWS.key(),
            "total post engagements", "linkedin.post_engagements",
            "total posts", "linkedin.posts");

    private final Reading reading;
    private final Optional<String> ownPage;
    private final Optional<Period> period;
    private final Set<AccountKey> seen = new HashSet<>();

    /// @param ownPage the page of the business, as the name of the file gives it
    CompetitorRows(Reading reading, Optional<String> ownPage, Optional<Period> period) {
        this.reading = reading;
        this.ownPage = ownPage;
        this.period = period;
    }

    /// What stands above the names of the columns: the days that are meant.
    static Header above(Header header) {
        return Header.implied(header.part(), "from", "to");
    }

    static Outcome note(Line line) {
        return Outcome.NOTE;
    }

    Outcome page(Line line) {
        AccountKey account = account(line);
        List<Observation> observations = new ArrayList<>();
        line.count("total followers").ifPresent(count -> observations.add(followers(account, count)));
        OF_PERIOD.forEach((column, metric) ->
                line.count(column).ifPresent(value -> observations.add(ofPeriod(account, metric, value))));
        if (!seen.add(account)) {
            return Outcome.DUPLICATE;
        }
        reading.account(account);
        return new Outcome(Outcome.Fate.BREAKDOWN, observations);
    }

    /// The sheet names pages as people see them. The page of the business itself stands among the others.
    private AccountKey account(Line line) {
        String name = line.text("page").orElseThrow(() -> line.bad("page", Reason.NO_PAGE.said()));
        return ownPage.filter(own -> AudiencePart.slug(own).equals(AudiencePart.slug(name)))
                .map(own -> AccountKey.ofHandle(Platform.LINKEDIN, own))
                .orElseGet(() -> AccountKey.ofHandle(Platform.LINKEDIN, name).tracked());
    }

    private Observation followers(AccountKey account, double count) {
        Instant at = period.map(days -> reading.levelOf(days.to(), Platform.LINKEDIN.bucketZone()))
                .orElse(reading.observedAt());
        return new Observation.OfAccount(
                account, MetricValues.builder().put(Metric.FOLLOWERS, count).build(), at);
    }

    private Observation ofPeriod(AccountKey account, String metric, double value) {
        return new Observation.OfBreakdown(
                account,
                "total",
                "period",
                metric,
                period.map(Period::from).orElse(null),
                period.map(Period::to).orElse(null),
                value,
                reading.observedAt());
    }
}
