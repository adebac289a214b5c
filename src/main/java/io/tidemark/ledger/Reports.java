package io.tidemark.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reports of businesses. A report is open, and can be changed, until it is closed, which is for good.
public interface Reports {
    int MOST_LISTED = 500;

    static Reports of(Database database) {
        return new ReportBook(database);
    }

    /// Without their answers, the one changed last first.
    List<Report> all(long businessId);

    Optional<Report> find(long businessId, long id);

    /// @param likeId the report whose logo it gets; null for none
    Report create(long businessId, Report.Content content, long createdBy, @Nullable Long likeId);

    /// @return false where there is no open one of the number
    boolean change(long businessId, long id, Report.Content content);

    /// Closes a report.
    ///
    /// @param answers what each of its panels says now, as JSON
    /// @return false where there is no open one of the number
    boolean close(long businessId, long id, String answers);

    /// @return false where there is none of the number
    boolean remove(long businessId, long id);

    Optional<Thumbnail> logo(long businessId, long id);

    /// @param logo null to take it away
    /// @return false where there is no open one of the number
    boolean changeLogo(long businessId, long id, @Nullable Thumbnail logo);
}
