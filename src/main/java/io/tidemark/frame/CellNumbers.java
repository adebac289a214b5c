package io.tidemark.frame;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// Rows assigned to cells of a period and a kind, numbered in the order of both: so rows of a kind stand at the same
/// place in every period, and what a kind does not report does not surprise loops over cells.
///
/// @param cellOf by member
/// @param count how many cells there are
@SuppressWarnings("ArrayRecordComponent") // For loops over rows; never compared.
record CellNumbers(int[] cellOf, int count) {
    /// @param members rows in the order of their periods
    static CellNumbers of(int[] members, IntUnaryOperator periodOf, IntUnaryOperator kindOf) {
        int[] cellOf = new int[members.length];
        int[] numbers = new int[0];
        BitSet kinds = new BitSet();
        int count = 0;
        int end;
        for (int first = 0; first < members.length; first = end) {
            int period = periodOf.applyAsInt(members[first]);
            kinds.clear();
            for (end = first; end < members.length && periodOf.applyAsInt(members[end]) == period; end++) {
                kinds.set(kindOf.applyAsInt(members[end]));
            }
            numbers = Arrays.copyOf(numbers, Math.max(numbers.length, kinds.length()));
            for (int kind = kinds.nextSetBit(0); kind >= 0; kind = kinds.nextSetBit(kind + 1)) {
                numbers[kind] = count++;
            }
            for (int i = first; i < end; i++) {
                cellOf[i] = numbers[kindOf.applyAsInt(members[i])];
            }
        }
        return new CellNumbers(cellOf, count);
    }
}
