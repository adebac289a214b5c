package io.tidemark.serve.events;

import java.time.Duration;

/// How patient streams of events are.
///
/// @param poll how long a lost hint may go unnoticed
/// @param heartbeat how often a stream says that it lives, and looks whether its listener may still listen
/// @param life after which a stream ends, so that its listener comes back with a permission that is still good
/// @param streamsOfUser how many one user may have open; that a page was left is noticed with a heartbeat or two only,
/// so that somebody who turns many pages has some open that nobody hears
/// @param streams how many there may be together
public record EventPace(Duration poll, Duration heartbeat, Duration life, int streamsOfUser, int streams) {
    public static final EventPace DEFAULT =
            new EventPace(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofHours(1), 40, 1_000);
}
