package io.tidemark.collect.file.format;

import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.AccountKey;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the account of the rows of one file.
public final class Tally {
    private static final Sentence MORE = Sentence.of("import_more_like_this", "{warning} (and {more} more like this)");

    public static final int REJECTS_KEPT = 10_000;
    private static final int TEXT_KEPT = 1_000;
    private static final int WARNINGS_KEPT = 100;

    private final Map<Outcome.Fate, Long> fates = new EnumMap<>(Outcome.Fate.class);
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private final List<StatedTotal> totals = new ArrayList<>();
    private final Set<AccountKey> accounts = new LinkedHashSet<>();
    private long rejected;
    private long rows;

    public void count(Outcome.Fate fate) {
        rows++;
        fates.merge(fate, 1L, Long::sum);
    }

    public void reject(Reject reject) {
        rows++;
        rejected++;
        if (rejects.size() < REJECTS_KEPT) {
            rejects.add(new Reject(
                    reject.part(),
                    reject.row(),
                    reject.column(),
                    reject.reason(),
                    reject.reasonSaid(),
                    shortened(reject.text()),
                    shortened(reject.original())));
        }
    }

    private static String shortened(String text) {
        return text.length() > TEXT_KEPT ? text.substring(0, TEXT_KEPT) + "…" : text;
    }

    /// Notes a warning; of those about the same thing the first sentence stands for all.
    public void warn(String about, Said sentence) {
        if (warnings.size() < WARNINGS_KEPT || warnings.containsKey(about)) {
            warnings.merge(about, new Warning(sentence, 1), (first, _) -> new Warning(first.sentence, first.times + 1));
        }
    }

    /// Notes an account that the file is about.
    public void account(AccountKey account) {
        accounts.add(account);
    }

    /// The accounts that the file is about, as they came.
    public List<AccountKey> accounts() {
        return List.copyOf(accounts);
    }

    public void total(StatedTotal total) {
        totals.add(total);
    }

    /// Rows so far, which is the sum of all fates at every moment.
    public long rows() {
        return rows;
    }

    public long rejected() {
        return rejected;
    }

    public RowCounts counts() {
        return new RowCounts(
                rows,
                of(Outcome.Fate.POST),
                of(Outcome.Fate.DAY),
                of(Outcome.Fate.DUPLICATE),
                of(Outcome.Fate.TOTAL),
                of(Outcome.Fate.BREAKDOWN),
                of(Outcome.Fate.NOTE),
                rejected);
    }

    public List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    public List<StatedTotal> totals() {
        return List.copyOf(totals);
    }

    public List<Said> warnings() {
        return warnings.values().stream()
                .map(w -> w.times == 1
                        ? w.sentence
                        : MORE.said(Map.of("warning", Value.clause(w.sentence), "more", Value.count(w.times - 1))))
                .toList();
    }

    private long of(Outcome.Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    private record Warning(Said sentence, long times) {}
}
