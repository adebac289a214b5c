package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A video as a row of content describes it.
///
/// @param publishedOn the day where YouTube cuts its days; the export gives no time. Empty for deleted videos
record YouTubeVideo(String id, @Nullable String title, Optional<LocalDate> publishedOn) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{11}");

    static YouTubeVideo of(Line line) {
        // Ids that begin with a minus are written with a space before them, so that no spreadsheet takes them for a
        // formula.
        String id = line.cell("content").stripped();
        if (!ID.matcher(id).matches()) {
            throw line.bad("content", Reason.NO_YOUTUBE_ID.said());
        }
        return new YouTubeVideo(
                id, Reading.textOrNull(line, "video title"), line.day("video publish time", DayStyle.ENGLISH_MONTH));
    }

    Alias alias() {
        return new Alias("youtube:video", id);
    }

    /// The video with counters. The time of publication is the start of its day, since the export knows no hour. A
    /// video of a minute or less may be a Short, but the export does not say so: it stays a video of the feed.
    Observation.OfPost observed(AccountKey account, MetricValues values, Instant at) {
        Instant published = publishedOn
                .map(day -> day.atStartOfDay(Platform.YOUTUBE.bucketZone()).toInstant())
                .orElse(null);
        PostVersion version = new PostVersion(
                published,
                published != null,
                Placement.FEED,
                Format.VIDEO,
                title,
                "https://www.youtube.com/watch?v=" + id,
                Boosted.UNKNOWN,
                false);
        return new Observation.OfPost(account, List.of(alias()), version, values, at);
    }
}
