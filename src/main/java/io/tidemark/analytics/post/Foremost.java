package io.tidemark.analytics.post;

import java.util.Arrays;

/// Keeps the foremost of many rows in a heap of bounded size, whose root is the hindmost of those kept: a page is found
/// in one pass, without sorting all and without objects.
final class Foremost {
    /// Numbers of a key, which compare one after the other: the places in up to three orders, then the id.
    static final int KEY = PostOrder.MOST + 1;

    private final long[] keys;
    private final int[] rows;
    private final long[] moved = new long[KEY];
    private int size;

    Foremost(int limit) {
        keys = new long[limit * KEY];
        rows = new int[limit];
    }

    /// @param key is copied
    void offer(long[] key, int row) {
        if (size < rows.length) {
            size++;
            rise(size - 1, key, row);
        } else if (size > 0 && isBefore(key, 0, keys, 0)) {
            sink(key, row);
        }
    }

    /// The rows kept, the foremost first. Empties the heap.
    int[] rows() {
        int[] sorted = new int[size];
        while (size > 0) {
            sorted[size - 1] = rows[0];
            size--;
            System.arraycopy(keys, size * KEY, moved, 0, KEY);
            sink(moved, rows[size]);
        }
        return sorted;
    }

    static boolean isBefore(long[] key, long[] other) {
        return Arrays.compare(key, other) < 0;
    }

    private static boolean isBefore(long[] one, int at, long[] other, int otherAt) {
        for (int i = 0; i < KEY; i++) {
            if (one[at + i] != other[otherAt + i]) {
                return one[at + i] < other[otherAt + i];
            }
        }
        return false;
    }

    private void rise(int from, long[] key, int row) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!isBefore(keys, parent * KEY, key, 0)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, key, row);
    }

    /// Puts a row in the place of the root.
    private void sink(long[] key, int row) {
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && isBefore(keys, child * KEY, keys, (child + 1) * KEY)) {
                child++;
            }
            if (!isBefore(key, 0, keys, child * KEY)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, key, row);
    }

    private void move(int from, int to) {
        System.arraycopy(keys, from * KEY, keys, to * KEY, KEY);
        rows[to] = rows[from];
    }

    private void put(int at, long[] key, int row) {
        System.arraycopy(key, 0, keys, at * KEY, KEY);
        rows[at] = row;
    }
}
