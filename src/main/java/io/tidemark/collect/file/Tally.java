package io.tidemark.collect.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the account of the rows of one file.
final class Tally {
    static final int REJECTS_KEPT = 1_000;
    private static final int TEXT_KEPT = 500;
    private static final int WARNINGS_KEPT = 100;

    private final Map<Outcome.Fate, Long> fates = new EnumMap<>(Outcome.Fate.class);
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private final List<StatedTotal> totals = new ArrayList<>();
    private long rejected;
    private long rows;

    void count(Outcome.Fate fate) {
        rows++;
        fates.merge(fate, 1L, Long::sum);
    }

    void reject(Reject reject) {
        rows++;
        rejected++;
        if (rejects.size() < REJECTS_KEPT) {
            String text = reject.text();
            String kept = text.length() > TEXT_KEPT ? text.substring(0, TEXT_KEPT) + "…" : text;
            rejects.add(new Reject(reject.part(), reject.row(), reject.column(), reject.reason(), kept));
        }
    }

    /// Notes a warning; of those about the same thing the first sentence stands for all.
    void warn(String about, String sentence) {
        if (warnings.size() < WARNINGS_KEPT || warnings.containsKey(about)) {
            warnings.merge(about, new Warning(sentence, 1), (first, _) -> new Warning(first.sentence, first.times + 1));
        }
    }

    void total(StatedTotal total) {
        totals.add(total);
    }

    /// Rows so far, which is the sum of all fates at every moment.
    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    ImportReport.Rows counts() {
        return new ImportReport.Rows(
                rows,
                of(Outcome.Fate.POST),
                of(Outcome.Fate.DAY),
                of(Outcome.Fate.DUPLICATE),
                of(Outcome.Fate.TOTAL),
                of(Outcome.Fate.BREAKDOWN),
                rejected);
    }

    List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    List<StatedTotal> totals() {
        return List.copyOf(totals);
    }

    List<String> warnings() {
        return warnings.values().stream()
                .map(w -> w.times == 1 ? w.sentence : w.sentence + " (and " + (w.times - 1) + " more like this)")
                .toList();
    }

    private long of(Outcome.Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    private record Warning(String sentence, long times) {}
}
