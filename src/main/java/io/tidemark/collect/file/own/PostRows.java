package io.tidemark.collect.file.own;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.util.Arrays;
import java.util.List;

/// Rows of the table of posts. Rates and labels are not read: rates are derived, labels belong to a business.
final class PostRows implements Reading.RowReader {
    private final Reading reading;
    private final PostBook book;
    private final boolean counted;

    /// @param counted whether its counters count: where snapshots stand beside it they hold the same, with their times
    PostRows(Reading reading, PostBook book, boolean counted) {
        this.reading = reading;
        this.book = book;
        this.counted = counted;
    }

    @Override
    public Outcome read(Line line) {
        OwnLine row = new OwnLine(line);
        AccountKey account = row.account(reading);
        List<Alias> aliases = Arrays.stream(row.required("external_ids").split(" ", -1))
                .map(row::alias)
                .toList();
        PostVersion version = version(row);
        row.number("post_id").ifPresent(id -> book.add(id, account, aliases.getFirst()));
        MetricValues values = counted ? row.values() : MetricValues.NONE;
        return new Outcome(
                Outcome.Fate.POST,
                List.of(new Observation.OfPost(account, aliases, version, values, reading.observedAt())));
    }

    private static PostVersion version(OwnLine row) {
        String key = row.text("content_type").orElse(ContentType.UNKNOWN.key());
        ContentType type =
                ContentType.find(key).orElseThrow(() -> row.line().bad("content_type", Reason.NO_CONTENT_TYPE.said()));
        String money = row.text("boosted").orElse(Boosted.UNKNOWN.key());
        Boosted boosted = Boosted.find(money).orElseThrow(() -> row.line().bad("boosted", Reason.NO_BOOST.said()));
        return new PostVersion(
                        row.time("published_at").orElse(null),
                        placement(type),
                        format(type),
                        row.text("text").orElse(null),
                        row.text("url").orElse(null),
                        boosted,
                        Boolean.TRUE.equals(row.flag("deleted")))
                .marked(new Marks(row.flag("collab"), row.flag("crosspost")));
    }

    private static Placement placement(ContentType type) {
        return switch (type) {
            case REEL -> Placement.REEL;
            case SHORT -> Placement.SHORT;
            case STORY -> Placement.STORY;
            case LIVE -> Placement.LIVE;
            case REPLY -> Placement.REPLY;
            case TEXT, IMAGE, CAROUSEL, VIDEO, DOCUMENT, LINK, POLL, UNKNOWN -> Placement.FEED;
        };
    }

    /// What a reel or a story consists of is not in the table.
    private static Format format(ContentType type) {
        return switch (type) {
            case TEXT -> Format.TEXT;
            case IMAGE -> Format.IMAGE;
            case CAROUSEL -> Format.CAROUSEL;
            case VIDEO -> Format.VIDEO;
            case DOCUMENT -> Format.DOCUMENT;
            case LINK -> Format.LINK;
            case POLL -> Format.POLL;
            case REEL, SHORT, STORY, LIVE, REPLY, UNKNOWN -> Format.UNKNOWN;
        };
    }
}
