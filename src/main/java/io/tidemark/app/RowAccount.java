package io.tidemark.app;

import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.Reject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells in plain words what became of every row of a file.
final class RowAccount {
    private static final int REJECTS_SHOWN = 10;
    /// The options that answer what a refusal asks: its sentence is the same for all who read it.
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("account_needed", "--account HANDLE"),
            Map.entry("account_mismatch", "--account HANDLE, or leave it out"),
            Map.entry("account_of_another_business", "--business, or --account HANDLE"),
            Map.entry("platform_needed", "--platform KEY"),
            Map.entry("platform_mismatch", "--platform KEY, or leave it out"),
            Map.entry("format_needed", "--format KEY"),
            Map.entry("mapping_needed", "--mapping NAME"),
            Map.entry("time_zone_needed", "--time-zone ZONE"),
            Map.entry("observed_at_needed", "--observed-at TIME"),
            Map.entry("observed_at_in_future", "--observed-at TIME"));

    private final PrintWriter out;
    private final PrintWriter err;

    RowAccount(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void print(ImportReport report) {
        switch (report.status()) {
            case FAILED -> printFailure(report);
            case UNCHANGED ->
                out.println(report.file() + ": nothing new; this file was imported before, as number " + report.sameAs()
                        + ".");
            case DONE, RUNNING, UNDONE -> printRows(report);
        }
        report.warnings().forEach(warning -> err.println(report.file() + ": " + warning));
        printRejects(report);
    }

    private void printFailure(ImportReport report) {
        ImportReport.Problem problem = report.problem();
        err.println(report.file() + ": not imported. "
                + (problem == null ? "" : problem.detail().english()));
        if (problem != null && ANSWERS.containsKey(problem.code())) {
            err.println("  Say it with " + ANSWERS.get(problem.code()) + ".");
            // A mapping goes by its name here, whatever its number.
            boolean named = problem.code().equals("mapping_needed");
            problem.choices()
                    .forEach(choice ->
                            err.println("    " + (named ? choice.title() : choice.key() + ": " + choice.title())));
        }
        if (problem != null && problem.suggestion() != null) {
            err.println("  'tidemark import --suggest " + report.file()
                    + "' prints a draft of a mapping; correct it and import with --mapping.");
        }
    }

    private void printRows(ImportReport report) {
        out.println(report.file()
                + (report.dryRun() ? ": would be imported" : ": imported as number " + report.importId())
                + " (" + report.format() + accounts(report) + ")");
        RowCounts rows = report.rows();
        List<String> parts = new ArrayList<>();
        add(parts, rows.posts(), "post", "posts");
        add(parts, rows.days(), "day", "days");
        add(parts, rows.duplicates(), "duplicate", "duplicates");
        add(parts, rows.totals(), "total", "totals");
        add(parts, rows.breakdowns(), "breakdown", "breakdowns");
        add(parts, rows.notes(), "note", "notes");
        add(parts, rows.rejected(), "rejected", "rejected");
        out.println(
                "  " + number(rows.total(), "row", "rows") + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)));
        ImportReport.Stored stored = report.stored();
        out.println("  " + (report.dryRun() ? "would store " : "stored ")
                + number(stored.postsNew(), "new post", "new posts") + ", "
                + number(stored.postSnapshots(), "reading of posts", "readings of posts") + ", "
                + number(stored.dailyFacts(), "daily value", "daily values") + ", "
                + number(stored.breakdownFacts(), "breakdown value", "breakdown values"));
        ImportReport.Changes changes = report.changes();
        if (changes != null) {
            printChanges(changes);
        }
        report.totals().stream()
                .filter(total -> total.difference().signum() != 0)
                .forEach(total -> out.println("  the file's own total of " + total.metric() + " in \"" + total.part()
                        + "\" is " + total.stated().toPlainString() + ", the sum of its " + total.rows() + " rows "
                        + total.sumOfRows().toPlainString()));
    }

    private void printChanges(ImportReport.Changes changes) {
        out.println("  new: " + number(changes.postsNew(), "post", "posts") + ", "
                + number(changes.daysNew(), "daily value", "daily values") + "; changed: "
                + number(changes.postsChanged(), "post", "posts") + ", "
                + number(changes.daysChanged(), "daily value", "daily values") + "; as known: "
                + number(changes.postsSame(), "post", "posts") + ", "
                + number(changes.daysSame(), "daily value", "daily values"));
    }

    private void printRejects(ImportReport report) {
        List<Reject> rejects = report.rejects();
        rejects.stream()
                .limit(REJECTS_SHOWN)
                .forEach(reject -> err.println("  rejected: " + where(reject) + ": " + reject.reason()));
        if (report.rows().rejected() > REJECTS_SHOWN) {
            err.println("  … and " + (report.rows().rejected() - REJECTS_SHOWN) + " more; --json lists them.");
        }
    }

    private static String accounts(ImportReport report) {
        return report.accounts().stream()
                .map(account -> ", " + account.platform() + " " + account.handle())
                .collect(Collectors.joining());
    }

    private static String where(Reject reject) {
        return "\"" + reject.part() + "\" row " + reject.row()
                + (reject.column() == null ? "" : ", " + reject.column());
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(number(count, one, many));
        }
    }

    private static String number(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
