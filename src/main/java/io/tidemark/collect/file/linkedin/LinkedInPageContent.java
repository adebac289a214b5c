package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.words.Said;
import java.util.Optional;

/// The content export of a LinkedIn company page, `<page>_content_<epoch milliseconds>.xls`: a sheet of days, cut in
/// UTC, and a sheet of posts with lifetime counters.
public final class LinkedInPageContent implements ExportFormat {
    @Override
    public String key() {
        return "linkedin_page_content";
    }

    @Override
    public String title() {
        return "LinkedIn page content (.xls with a sheet of days and a sheet of posts)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        return PageExport.of(
                this,
                PageFile.of(file),
                new PageExport.Table(
                        LinkedInNames.headers(file, LinkedInNames::isOfDays),
                        true,
                        (reading, _) -> new LinkedInDays(reading)),
                new PageExport.Table(
                        LinkedInNames.headers(file, header -> header.hasAll(LinkedInNames.POSTS)),
                        false,
                        (reading, _) -> new LinkedInPosts(reading)));
    }

    @Override
    public Optional<Said> resemblance(ExportFile file) {
        return OtherLanguage.content(file);
    }
}
