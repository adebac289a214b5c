package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a file spoke is told by the first of these: the user, a stamp, an archive, the days that it covers, and only
/// where none of them says anything, when it was written on the user's machine.
class WhenSpokenTest {
    private static final String DAYS = "Date,Impressions,Create Post\n\"Sun, Aug 2, 2026\",1070,0\n";
    private static final String STAMPED = "acme_content_1785801600000.csv";
    private static final String PAGE_DAYS =
            "Date,Impressions (organic),Impressions (total)\n08/01/2026,10,10\n08/02/2026,20,20\n";
    private static final String PAGE_POSTS = """
            Post title,Post link,Created date,Impressions
            Tea,https://www.linkedin.com/feed/update/urn:li:activity:7412281402982400000,01/01/2026,140
            """;
    private static final String EVENING = "2026-08-02T18:00:00Z";

    @TempDir
    private Path folder;

    private Import imports() {
        return new Import(folder).account("acme").lastModified("2026-09-09T09:09:09Z");
    }

    private static byte[] archive(String name, String content) {
        return new Zip().addAt(name, Instant.parse(EVENING), content).bytes();
    }

    @Test
    void theUserKnowsBest() {
        assertThat(imports()
                        .observedAt("2026-08-20T00:00:00Z")
                        .of(STAMPED, PAGE_DAYS)
                        .observedAt())
                .isEqualTo("2026-08-20T00:00:00Z");
    }

    @Test
    void aStampComesBeforeTheArchive() {
        assertThat(imports().of(STAMPED, PAGE_DAYS).observedAt()).isEqualTo(Instant.ofEpochMilli(1785801600000L));
    }

    @Test
    void theArchiveComesBeforeTheCoveredDays() {
        assertThat(imports().of("a.zip", archive("days.csv", DAYS)).observedAt())
                .isEqualTo(EVENING);
    }

    /// A copy of a file has another time on every machine, and arriving twice must not make it speak anew.
    @Test
    void theCoveredDaysComeBeforeTheUsersClock() {
        assertThat(imports().of("days.csv", DAYS).observedAt()).isEqualTo("2026-08-03T00:00:00Z");
    }

    @Test
    void theUsersClockIsTheLast() {
        assertThat(imports().of("posts.csv", PAGE_POSTS).observedAt()).isEqualTo("2026-09-09T09:09:09Z");
    }
}
