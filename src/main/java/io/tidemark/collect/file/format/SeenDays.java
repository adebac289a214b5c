package io.tidemark.collect.file.format;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Which days of which series were read: a lifetime export has hundreds of series of thousands of days.
public final class SeenDays {
    private final Map<String, BitSet> days = new HashMap<>();

    /// Whether this is the first time; from then on it was seen.
    public boolean add(String series, LocalDate day) {
        BitSet seen = days.computeIfAbsent(series, _ -> new BitSet());
        int index = Math.toIntExact(day.toEpochDay());
        boolean first = !seen.get(index);
        seen.set(index);
        return first;
    }
}
