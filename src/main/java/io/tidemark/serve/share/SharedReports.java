package io.tidemark.serve.share;

import io.tidemark.ledger.Report;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Share;
import tools.jackson.databind.json.JsonMapper;

/// What the closed reports that links show say of posts.
record SharedReports(Reports reports, JsonMapper json) {
    /// Whether a post is among those that the report ranks, whose pictures it shows.
    boolean ranks(Share share, long postId) {
        return reports
                .find(share.businessId(), Long.parseLong(SharedPage.reportOf(share.search())))
                .map(Report::answers)
                .map(answers -> json.readTree(answers).path("top-posts").path("posts"))
                .stream()
                .flatMap(posts -> posts.valueStream())
                .anyMatch(post -> post.path("id").asLong() == postId);
    }
}
