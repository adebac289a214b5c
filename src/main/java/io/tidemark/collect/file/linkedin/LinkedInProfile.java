package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import java.util.Optional;

/// The export of a person's own analytics, `AggregateAnalytics_<Name>_<from>_<to>.xlsx` (to 2025
/// `Content_<from>_<to>_<Name>.xlsx`): totals, days, the top posts, followers and demographics.
public final class LinkedInProfile implements ExportFormat {
    @Override
    public String key() {
        return "linkedin_profile";
    }

    @Override
    public String title() {
        return "LinkedIn analytics of a person (workbook with days, top posts, followers and demographics)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        ProfileSheets sheets = ProfileSheets.of(file);
        return sheets.areOfAProfile()
                ? Optional.of(new ProfileExport(this, ProfileFile.of(file), sheets))
                : Optional.empty();
    }
}
