package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The order in which dates are written, where the dates themselves leave one only.
final class DateGuess {
    private DateGuess() {}

    /// Empty where the cells fit several orders, or none.
    static Optional<DateOrder> of(List<Cell> cells) {
        List<Cell> written = cells.stream().filter(cell -> !cell.isBlank()).toList();
        List<DateOrder> fitting = Arrays.stream(DateOrder.values())
                .filter(order -> written.stream().allMatch(cell -> fits(order, cell)))
                .toList();
        if (written.isEmpty() || fitting.isEmpty()) {
            return Optional.empty();
        }
        // A year in front and a month by name fit every order, and mean the same in each.
        boolean same = fitting.size() > 1 && written.stream().allMatch(cell -> sameInAll(fitting, cell));
        return fitting.size() == 1 || same ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// Whether some time is written without its zone.
    static boolean leavesZoneOpen(DateOrder order, List<Cell> cells) {
        Dates dates = new Dates(order, null);
        try {
            cells.stream().filter(cell -> fits(order, cell)).forEach(dates::instant);
            return false;
        } catch (Dates.ZoneUnknown _) {
            return true;
        }
    }

    private static boolean fits(DateOrder order, Cell cell) {
        try {
            new Dates(order, ZoneOffset.UTC).day(cell);
            return true;
        } catch (BadValue _) {
            return false;
        }
    }

    private static boolean sameInAll(List<DateOrder> orders, Cell cell) {
        return orders.stream()
                        .map(order -> new Dates(order, ZoneOffset.UTC).day(cell))
                        .distinct()
                        .count()
                == 1;
    }
}
