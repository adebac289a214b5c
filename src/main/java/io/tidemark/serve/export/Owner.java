package io.tidemark.serve.export;

import io.tidemark.ledger.Business;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose numbers a file holds.
///
/// @param business null for all that the caller may see
/// @param zone of what the file says of itself; each of several businesses names its own beside its numbers
record Owner(@Nullable Business business, String name, boolean demo, ZoneId zone) {
    static Owner of(Business business) {
        return new Owner(business, business.name(), business.demo(), business.zone());
    }

    /// All that a caller may see, a demonstration where they all are.
    static Owner ofAll(List<Business> businesses) {
        boolean demo = !businesses.isEmpty() && businesses.stream().allMatch(Business::demo);
        return new Owner(null, "All businesses", demo, ZoneOffset.UTC);
    }

    /// The business, of which datasets are.
    Business one() {
        if (business == null) {
            throw new IllegalStateException("Rows are of one business");
        }
        return business;
    }

    @Nullable
    Long id() {
        return business == null ? null : Long.valueOf(business.id());
    }

    /// The beginning of a file's name.
    String fileName() {
        String begin = demo ? "demonstration-" : "tidemark-";
        return business == null ? begin : begin + FileNames.safe(name, "business-" + business.id()) + "-";
    }
}
