package io.tidemark.collect.file.own;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.util.List;

/// Rows of the table of snapshots: what the counters of a post were at a time.
final class SnapshotRows implements Reading.RowReader {
    /// What the table of posts says of the post is not said again.
    private static final PostVersion UNSAID =
            new PostVersion(null, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, false);

    private final PostBook book;

    SnapshotRows(PostBook book) {
        this.book = book;
    }

    @Override
    public Outcome read(Line line) {
        OwnLine row = new OwnLine(line);
        long id = row.number("post_id").orElseThrow(() -> line.bad("post_id", Reason.POST_MISSING.said()));
        PostBook.Entry post = book.find(id);
        if (post == null) {
            throw line.bad("post_id", Reason.POST_NOT_IN_TABLE.said());
        }
        return new Outcome(
                Outcome.Fate.POST,
                List.of(new Observation.OfPost(
                        post.account(), List.of(post.alias()), UNSAID, row.values(), row.requiredTime("observed_at"))));
    }
}
