package io.tidemark.collect.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Novelty;
import io.tidemark.words.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// The account of an import: what became of every row, and what was stored.
///
/// @param recordedAt null until it is stored, and in the copy that the ledger keeps
/// @param observedAt when the platform wrote the file
/// @param period days that the file covers; null where it names none
/// @param rejects the first ten thousand; `rows.rejected` counts all
/// @param warningsSaid what the warnings are made from, one by one; null where that was not kept
/// @param changes what a trial found new; null where the file was stored
/// @param sameAs the earlier import of the same content, where nothing was read
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ImportReport(
        long importId,
        long businessId,
        Status status,
        String file,
        @Nullable String format,
        List<ReportedAccount> accounts,
        @Nullable Instant recordedAt,
        @Nullable Instant observedAt,
        @Nullable Instant undoneAt,
        boolean dryRun,
        @Nullable Period period,
        RowCounts rows,
        Stored stored,
        List<StatedTotal> totals,
        List<Reject> rejects,
        List<String> warnings,
        @Nullable List<JsonNode> warningsSaid,
        ImportProgress progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Changes changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sameAs,
        @Nullable Problem problem) {
    public ImportReport {
        accounts = List.copyOf(accounts);
        totals = List.copyOf(totals);
        rejects = List.copyOf(rejects);
        warnings = List.copyOf(warnings);
        warningsSaid = warningsSaid == null ? null : List.copyOf(warningsSaid);
    }

    /// Where an import stands.
    public enum Status {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("undone")
        UNDONE
    }

    /// An account that the file is about.
    ///
    /// @param accountId null while the account does not exist yet
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record ReportedAccount(@Nullable Long accountId, String platform, String handle) {}

    /// What the ledger took.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Stored(long postsNew, long postsKnown, long postSnapshots, long dailyFacts, long breakdownFacts) {
        static final Stored NOTHING = new Stored(0, 0, 0, 0, 0);

        static Stored of(Appended appended) {
            return new Stored(
                    appended.postsNew(),
                    appended.postsKnown(),
                    appended.postSnapshots(),
                    appended.dailyFacts(),
                    appended.breakdownFacts());
        }
    }

    /// What a trial found new against what is known.
    ///
    /// @param postsChanged known posts of which a counter differs from its present value
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Changes(
            long postsNew, long postsChanged, long postsSame, long daysNew, long daysChanged, long daysSame) {}

    /// Why an import failed, as a problem detail (RFC 9457).
    ///
    /// @param suggestion a draft of a mapping, where the table is of no known kind
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(
            String type,
            String title,
            int status,
            Said detail,
            String code,
            @Nullable String file,
            @Nullable String part,
            @Nullable Long row,
            @Nullable String column,
            List<Choice> choices,
            @Nullable JsonNode suggestion) {
        public Problem {
            choices = List.copyOf(choices);
        }

        static Problem of(ImportRefused refused) {
            return new Problem(
                    "about:blank",
                    "The file was not imported",
                    422,
                    refused.said(),
                    refused.code(),
                    refused.file(),
                    refused.part(),
                    refused.row(),
                    refused.column(),
                    refused.choices(),
                    refused.suggestion());
        }
    }

    /// The account of an import that has not begun to read rows.
    public static ImportReport running(ImportRequest request, ImportProgress progress) {
        return blank(request, Status.RUNNING, progress, null, null);
    }

    /// The account of a file that was refused: nothing was stored.
    public static ImportReport failed(ImportRequest request, ImportRefused refused) {
        return blank(request, Status.FAILED, new ImportProgress(0, 0, 0), null, Problem.of(refused))
                .withRejects(refused.rejects());
    }

    static ImportReport unchanged(ImportRequest request, long sameAs, long size) {
        return blank(request, Status.UNCHANGED, new ImportProgress(0, size, size), sameAs, null);
    }

    /// This account once the ledger has recorded it.
    public ImportReport recorded(@Nullable Instant at, List<ReportedAccount> known) {
        return new ImportReport(
                importId,
                businessId,
                status,
                file,
                format,
                known,
                at,
                observedAt,
                undoneAt,
                dryRun,
                period,
                rows,
                stored,
                totals,
                rejects,
                warnings,
                warningsSaid,
                progress,
                changes,
                sameAs,
                problem);
    }

    /// This account with what a trial found.
    ImportReport with(Novelty novelty) {
        Changes found = new Changes(
                stored.postsNew(),
                novelty.postsChanged(),
                stored.postsKnown() - novelty.postsChanged(),
                novelty.daysNew(),
                novelty.daysChanged(),
                novelty.daysSame());
        return new ImportReport(
                importId,
                businessId,
                status,
                file,
                format,
                accounts,
                recordedAt,
                observedAt,
                undoneAt,
                dryRun,
                period,
                rows,
                stored,
                totals,
                rejects,
                warnings,
                warningsSaid,
                progress,
                found,
                sameAs,
                problem);
    }

    /// This account after an undo.
    public ImportReport undone(Instant at) {
        return new ImportReport(
                importId,
                businessId,
                Status.UNDONE,
                file,
                format,
                accounts,
                recordedAt,
                observedAt,
                at,
                dryRun,
                period,
                rows,
                stored,
                totals,
                rejects,
                warnings,
                warningsSaid,
                progress,
                changes,
                sameAs,
                problem);
    }

    /// This account with other rejects: none for lists, which do not show them.
    public ImportReport withRejects(List<Reject> shown) {
        return new ImportReport(
                importId,
                businessId,
                status,
                file,
                format,
                accounts,
                recordedAt,
                observedAt,
                undoneAt,
                dryRun,
                period,
                rows,
                stored,
                totals,
                shown,
                warnings,
                warningsSaid,
                progress,
                changes,
                sameAs,
                problem);
    }

    /// The JSON that the ledger keeps and the API answers with.
    public String toJson() {
        return ReportJson.write(this);
    }

    public static ImportReport fromJson(String json) {
        return ReportJson.read(json);
    }

    private static ImportReport blank(
            ImportRequest request,
            Status status,
            ImportProgress progress,
            @Nullable Long sameAs,
            @Nullable Problem problem) {
        return new ImportReport(
                request.importId(),
                request.businessId(),
                status,
                request.fileName(),
                null,
                List.of(),
                null,
                null,
                null,
                request.dryRun(),
                null,
                RowCounts.NONE,
                Stored.NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                progress,
                null,
                sameAs,
                problem);
    }
}
