package io.tidemark.serve.share;

import io.tidemark.tenancy.ShareLinks;
import java.time.Duration;
import java.time.Instant;

/// A link to a closed report, as people make it who ask for nothing in particular.
public final class ReportLink {
    private ReportLink() {}

    public static ShareLinks.Wanted wanted(long reportId, Instant now) {
        return new ShareLinks.Wanted(
                SharedPage.REPORT.key(),
                SharedPage.ofReport(reportId),
                now.plus(Duration.ofDays(ShareRequest.USUAL_DAYS)),
                null);
    }

    /// @param origin under which people reach the server
    public static String url(String origin, ShareLinks.Made made) {
        return origin + "/s#" + made.token();
    }
}
