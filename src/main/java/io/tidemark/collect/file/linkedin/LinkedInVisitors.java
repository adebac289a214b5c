package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.words.Said;
import java.util.Optional;

/// The visitors export of a LinkedIn company page, `<page>_visitors_<epoch milliseconds>.xls`: a sheet of days, and a
/// sheet for each way of telling the visitors apart.
public final class LinkedInVisitors implements ExportFormat {
    @Override
    public String key() {
        return "linkedin_page_visitors";
    }

    @Override
    public String title() {
        return "LinkedIn page visitors (.xls with a sheet of page views by day and sheets of demographics)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        return PageExport.of(
                this,
                PageFile.of(file),
                new PageExport.Table(
                        LinkedInNames.headers(file, header -> header.hasAll(VisitorDays.REQUIRED)),
                        true,
                        (reading, _) -> new VisitorDays(reading)),
                new PageExport.Table(
                        LinkedInNames.headers(file, header -> AudiencePart.isOne(header, VisitorDays.PART)),
                        false,
                        AudiencePart::ofVisitors));
    }

    @Override
    public Optional<Said> resemblance(ExportFile file) {
        return OtherLanguage.visitors(file);
    }
}
