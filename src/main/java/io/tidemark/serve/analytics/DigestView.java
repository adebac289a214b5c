package io.tidemark.serve.analytics;

import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.FollowersAnswer;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.PublishedAnswer;
import io.tidemark.analytics.insight.digest.DigestAnswer;
import io.tidemark.analytics.insight.digest.DigestText;
import io.tidemark.words.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A week as it is written: each finding flat, its evidence whole.
///
/// @param text all of it as a person reads it, in plain text and English
record DigestView(
        long businessId,
        String business,
        boolean demo,
        PeriodAnswer week,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        DigestAnswer.State state,
        List<DigestAnswer.MainNumber> numbers,
        FollowersAnswer followers,
        PublishedAnswer.Posts published,
        double rate,
        List<InsightsView.Entry> findings,
        List<DigestAnswer.BestPost> best,
        List<Said> missing,
        String text) {
    static DigestView of(DigestAnswer answer) {
        return new DigestView(
                answer.businessId(),
                answer.business(),
                answer.demo(),
                answer.week(),
                answer.comparison(),
                answer.dataVersion(),
                answer.state(),
                answer.numbers(),
                answer.followers(),
                answer.published(),
                answer.rate(),
                answer.findings().stream().map(InsightsView.Entry::of).toList(),
                answer.best(),
                answer.missing(),
                DigestText.of(answer, Said::english));
    }
}
