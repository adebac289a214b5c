package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.words.Said;
import java.util.Optional;

/// The followers export of a LinkedIn company page, `<page>_followers_<epoch milliseconds>.xls`: a sheet with the gains
/// of each day, and a sheet for each way of telling the followers apart.
public final class LinkedInFollowers implements ExportFormat {
    @Override
    public String key() {
        return "linkedin_page_followers";
    }

    @Override
    public String title() {
        return "LinkedIn page followers (.xls with a sheet of new followers by day and sheets of demographics)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        return PageExport.of(
                this,
                PageFile.of(file),
                new PageExport.Table(
                        LinkedInNames.headers(file, header -> header.hasAll(FollowerDays.REQUIRED)),
                        true,
                        (reading, _) -> new FollowerDays(reading)),
                new PageExport.Table(
                        LinkedInNames.headers(file, header -> AudiencePart.isOne(header, FollowerDays.TOTAL)),
                        false,
                        (reading, _) -> AudiencePart.ofFollowers(reading)));
    }

    @Override
    public Optional<Said> resemblance(ExportFile file) {
        return OtherLanguage.followers(file);
    }
}
