package io.tidemark.analytics.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds posts of a period with more engagement than any other post of their account.
final class PostRecords {
    private static final int FEWEST_POSTS = 20;

    private static final Sentence TITLE = Sentence.of("record_post_title", "Best post yet on {platform}");
    private static final Sentence TEXT = Sentence.of(
            "record_post",
            "The post of {day} on {platform} ({account}) has more engagement ({value}) than any of the {others} other"
                    + " posts since {since}.");

    private final View view;
    private final AnalyticsQuery query;
    private final Period period;
    private final EligiblePosts eligible;

    /// @param history from the first to the last day with posts
    PostRecords(View view, AnalyticsQuery query, Period period, Period history) {
        this.view = view;
        this.query = query;
        this.period = period;
        eligible = new EligiblePosts(view, query.filters(), history.from(), history.to(), true);
    }

    List<Insight> all() {
        return IntStream.range(0, view.accountCount())
                .filter(view::has)
                .mapToObj(this::of)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Insight of(int account) {
        PostFrame posts = view.posts();
        Platform platform = view.platform(account);
        int best = -1;
        double most = 0;
        int known = 0;
        boolean alone = false;
        for (int row : eligible.rows(account)) {
            double value =
                    Engagements.orNaN(query.engagement(), platform, Subject.POST, posts.contentType(row), posts, row);
            if (Double.isNaN(value)) {
                continue;
            }
            known++;
            if (value >= most) {
                alone = value > most;
                most = value;
                best = row;
            }
        }
        boolean found =
                best >= 0 && alone && known >= FEWEST_POSTS && period.contains(LocalDate.ofEpochDay(posts.day(best)));
        return found ? insight(account, best, most, known) : null;
    }

    private Insight insight(int account, int row, double most, int known) {
        PostFrame posts = view.posts();
        int[] rows = eligible.rows(account);
        AccountName name = AccountName.of(view.frame().accounts().get(account));
        LocalDate day = LocalDate.ofEpochDay(posts.day(row));
        LocalDate since = LocalDate.ofEpochDay(posts.day(rows[0]));
        Value platform = Value.platform(name.platform());
        return new Insight(
                InsightType.RECORD_POST,
                TITLE.said(Map.of("platform", platform)),
                TEXT.said(Map.of(
                        "day", Value.day(day),
                        "platform", platform,
                        "account", Value.name(name.name()),
                        "value", Value.count(most),
                        "others", Value.count(known - 1),
                        "since", Value.day(since))),
                "engagement",
                name,
                day,
                posts.id(row),
                new Evidence(
                        most,
                        null,
                        null,
                        null,
                        known,
                        null,
                        new Coverage(Coverage.Unit.POST, known, rows.length, rows.length),
                        0,
                        view.now(),
                        RecordFinder.METHOD,
                        EvidenceStatus.OK,
                        "ok"));
    }
}
