package io.tidemark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class DictionaryTableTest {
    private static final String HEADER = "platform,subject,metric,native,only,condition,since,until\n";

    @Test
    void aRowBecomesAProvision() {
        Provision provision = DictionaryTable.parse(
                        HEADER + "x,post,likes,like_count | Likes,not story reply,own posts,2020-01-02,2021-03-04\n")
                .getFirst();
        assertThat(provision.nativeFields()).containsExactly("like_count", "Likes");
        assertThat(provision.only()).isEqualTo(EnumSet.complementOf(EnumSet.of(ContentType.STORY, ContentType.REPLY)));
        assertThat(provision.conditional()).isTrue();
        assertThat(provision.since()).isEqualTo(LocalDate.of(2020, 1, 2));
        assertThat(provision.until()).isEqualTo(LocalDate.of(2021, 3, 4));
    }

    @Test
    void aMistakeIsToldWithItsLine() {
        refused(
                "# a remark\n" + HEADER + "x,post,like,like_count,,,,\n",
                "dictionary.csv, line 3: unknown metric like");
        refused(HEADER + "y,post,likes,like_count,,,,\n", "line 2: unknown platform y");
        refused(HEADER + "x,page,likes,like_count,,,,\n", "line 2: unknown subject page");
        refused(HEADER + "x,post,likes,,,,,\n", "line 2: native is empty");
        refused(HEADER + "x,post,likes,like_count,film,,,\n", "line 2: only: unknown content type film");
        refused(HEADER + "x,post,likes,like_count,,,soon,\n", "line 2: since: not a date: soon");
        refused(HEADER + "x,account,followers,f,video,,,\n", "line 2: content types are of posts");
    }

    @Test
    void twoRowsOfAMetricMustNotShareAContentType() {
        refused(HEADER + "x,post,likes,a,video reel,,,\nx,post,likes,b,reel,,,\n", "line 3: likes is provided twice");
        refused(HEADER + "x,post,likes,a,,,,\nx,post,likes,b,reel,,,\n", "line 3: likes is provided twice");
        assertThat(DictionaryTable.parse(HEADER + "x,post,likes,a,video,,,\nx,post,likes,b,reel,,,\n"))
                .hasSize(2);
    }

    @Test
    void rowsFollowTheOrderOfTheMetrics() {
        refused(HEADER + "x,post,comments,c,,,,\nx,post,likes,a,,,,\n", "line 3: likes stands after comments");
    }

    private static void refused(String table, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DictionaryTable.parse(table))
                .withMessageContaining(message);
    }
}
