package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of Publer's "Post Insights": counters to date, times in the zone of the workspace.
final class PublerRows implements Reading.RowReader {
    private static final Sentence ZONE = Sentence.of(
            "import_check_zone",
            "{place} says {written}, which in {zone} is {told}; the id of the post says {id}, which was taken: check the zone of the import.");

    /// Publer shows a login page of LinkedIn where it could not read the post.
    private static final Set<String> NO_TEXT = Set.of("sign up | linkedin");
    /// Reactions of several kinds; elsewhere there is the like alone.
    private static final Set<Platform> WITH_REACTIONS = Set.of(Platform.LINKEDIN, Platform.FACEBOOK);
    /// Where to share a post is to post it again.
    private static final Set<Platform> WITH_REPOSTS =
            Set.of(Platform.X, Platform.THREADS, Platform.BLUESKY, Platform.MASTODON);
    /// A post is not created at the second for which it was planned; zones are apart by half an hour at least.
    private static final Duration SAME_TIME = Duration.ofMinutes(25);

    private final Reading reading;
    private final SeenKeys seen = new SeenKeys();

    PublerRows(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Outcome read(Line line) {
        Platform platform = platform(line);
        String url = line.text("post link").orElseThrow(() -> line.bad("post link", Reason.POST_UNTOLD.said()));
        PostLink link = PostLink.of(platform, url);
        PostKind kind = PostKind.of(line.cell("post type").text());
        PostVersion version = new PostVersion(
                publishedAt(line, link),
                link.createdAt().isEmpty() && ToolTime.isDayOnly(line, "date"),
                kind.placement(),
                kind.format(),
                text(line).orElse(null),
                url,
                Boosted.UNKNOWN,
                false);
        ToolPost post = new ToolPost("publer", account(line, platform, link), List.of(link.alias()), version)
                .with(Metric.REACH, line.count("reach"))
                .with(Metric.VIDEO_VIEWS, line.count("video views"))
                .with(WITH_REACTIONS.contains(platform) ? Metric.REACTIONS : Metric.LIKES, line.count("reactions"))
                .with(Metric.COMMENTS, line.count("comments"))
                .with(WITH_REPOSTS.contains(platform) ? Metric.REPOSTS : Metric.SHARES, line.count("shares"))
                .with(Metric.LINK_CLICKS, line.count("link clicks"));
        if (!seen.add(link.alias().scheme(), link.alias().externalId())) {
            return Outcome.DUPLICATE;
        }
        return new Outcome(Outcome.Fate.POST, post.observations(reading.observedAt()));
    }

    private static Platform platform(Line line) {
        String name = Vocabulary.normalise(line.cell("social network").text());
        return Platform.find(name.equals("twitter") ? "x" : name.replaceFirst(" .*", ""))
                .orElseThrow(() -> line.bad("social network", Reason.PLATFORM_NOT_COLLECTED.said()));
    }

    /// Publer knows accounts by the names that people see; some addresses hold the handle.
    private AccountKey account(Line line, Platform platform, PostLink link) {
        String name =
                line.text("social account").orElseThrow(() -> line.bad("social account", Reason.ACCOUNT_UNTOLD.said()));
        return reading.account(AccountKey.ofHandle(platform, link.handle().orElse(name)));
    }

    private static Optional<String> text(Line line) {
        return line.text("post text").filter(text -> !NO_TEXT.contains(Vocabulary.normalise(text)));
    }

    /// What the id says is exact and needs no zone.
    private Instant publishedAt(Line line, PostLink link) {
        LocalDateTime written = ToolTime.read(line, "date");
        Instant told = written.atZone(reading.timeZone()).toInstant();
        link.createdAt()
                .filter(id -> Duration.between(id, told).abs().compareTo(SAME_TIME) > 0)
                .ifPresent(id -> reading.tally()
                        .warn(
                                "zone",
                                ZONE.said(Map.of(
                                        "place", line.place(),
                                        "written", Value.name(written.toString()),
                                        "zone", Value.name(reading.timeZone().toString()),
                                        "told", Value.name(told.toString()),
                                        "id", Value.name(id.toString())))));
        return link.createdAt().orElse(told);
    }
}
