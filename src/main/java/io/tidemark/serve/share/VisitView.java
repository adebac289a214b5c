package io.tidemark.serve.share;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Share;
import io.tidemark.tenancy.ShareLinks;
import java.time.Instant;

/// What a visitor is told of a link.
///
/// @param share what the link is called in addresses
record VisitView(String share, Subject business, String page, String search, Instant expiresAt) {
    /// @param demo holds demonstration data
    record Subject(long businessId, String name, String timeZone, boolean demo) {}

    static VisitView of(Share share, Business business) {
        return new VisitView(
                ShareLinks.name(share),
                new Subject(business.id(), business.name(), business.zone().getId(), business.demo()),
                share.page(),
                share.search(),
                share.expiresAt());
    }
}
