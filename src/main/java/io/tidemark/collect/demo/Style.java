package io.tidemark.collect.demo;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;

/// A kind of post that an account publishes.
///
/// @param perWeek how many, on average
/// @param exposure how often it is shown, relative to the account's usual post
/// @param engagement how readily people react, relative to the account's usual post
/// @param secondsWatched per view; 0 where nothing moves
record Style(
        Placement placement, Format format, double perWeek, double exposure, double engagement, double secondsWatched) {
    /// Something that does not move, in the feed.
    static Style still(Format format, double perWeek, double exposure, double engagement) {
        return new Style(Placement.FEED, format, perWeek, exposure, engagement, 0);
    }

    static Style moving(
            Placement placement, double perWeek, double exposure, double engagement, double secondsWatched) {
        return new Style(placement, Format.VIDEO, perWeek, exposure, engagement, secondsWatched);
    }

    ContentType contentType() {
        return ContentType.of(placement, format);
    }

    boolean moves() {
        return secondsWatched > 0;
    }
}
