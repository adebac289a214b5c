package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostVersionTest {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-01-01T09:30:00Z");
    private static final Instant EVENING = Instant.parse("2026-01-01T18:00:00Z");

    @Test
    void anExactTimeOfPublicationBeatsADay() {
        assertThat(exact(MORNING).then(day(DAY))).isEqualTo(exact(MORNING));
        assertThat(day(DAY).then(exact(MORNING))).isEqualTo(exact(MORNING));
        assertThat(exact(MORNING).then(day(DAY)).then(exact(null))).isEqualTo(exact(MORNING));
    }

    @Test
    void ofTimesAsExactTheLatestCounts() {
        assertThat(exact(MORNING).then(exact(EVENING))).isEqualTo(exact(EVENING));
        assertThat(day(DAY).then(day(DAY.minusSeconds(3600)))).isEqualTo(day(DAY.minusSeconds(3600)));
        assertThat(day(DAY).then(exact(null))).isEqualTo(day(DAY));
        assertThat(exact(null).then(day(DAY))).isEqualTo(day(DAY));
    }

    @Test
    void whatALaterSourceLeavesOpenOfMarksIsKept() {
        PostVersion collab = exact(MORNING).marked(new Marks(true, null));
        PostVersion crosspost = exact(MORNING).marked(new Marks(null, false));
        assertThat(collab.then(crosspost).marks()).isEqualTo(new Marks(true, false));
        assertThat(collab.then(exact(MORNING)).marks()).isEqualTo(new Marks(true, null));
        assertThat(collab.then(exact(MORNING).marked(new Marks(false, null))).marks())
                .isEqualTo(new Marks(false, null));
    }

    private static PostVersion exact(@Nullable Instant at) {
        return new PostVersion(at, false, Placement.FEED, Format.VIDEO, "Film", null, Boosted.UNKNOWN, false);
    }

    private static PostVersion day(Instant at) {
        return new PostVersion(at, true, Placement.FEED, Format.VIDEO, "Film", null, Boosted.UNKNOWN, false);
    }
}
