package io.tidemark.analytics.post;

/// Keeps the foremost of many rows in a heap of bounded size, whose root is the hindmost of those kept: a page is found
/// in one pass, without sorting all and without objects.
final class Foremost {
    private final long[] places;
    private final long[] seconds;
    private final long[] ids;
    private final int[] rows;
    private int size;

    Foremost(int limit) {
        places = new long[limit];
        seconds = new long[limit];
        ids = new long[limit];
        rows = new int[limit];
    }

    void offer(long place, long second, long id, int row) {
        if (size < rows.length) {
            size++;
            rise(size - 1, place, second, id, row);
        } else if (size > 0 && isBefore(place, second, id, places[0], seconds[0], ids[0])) {
            sink(place, second, id, row);
        }
    }

    /// The rows kept, the foremost first. Empties the heap.
    int[] rows() {
        int[] sorted = new int[size];
        while (size > 0) {
            sorted[size - 1] = rows[0];
            size--;
            sink(places[size], seconds[size], ids[size], rows[size]);
        }
        return sorted;
    }

    static boolean isBefore(long place, long second, long id, long otherPlace, long otherSecond, long otherId) {
        return place < otherPlace
                || (place == otherPlace && (second < otherSecond || (second == otherSecond && id < otherId)));
    }

    private void rise(int from, long place, long second, long id, int row) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!isBefore(places[parent], seconds[parent], ids[parent], place, second, id)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, place, second, id, row);
    }

    /// Puts a row in the place of the root.
    private void sink(long place, long second, long id, int row) {
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && isBehind(child, child + 1)) {
                child++;
            }
            if (!isBefore(place, second, id, places[child], seconds[child], ids[child])) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, place, second, id, row);
    }

    private boolean isBehind(int one, int other) {
        return isBefore(places[one], seconds[one], ids[one], places[other], seconds[other], ids[other]);
    }

    private void move(int from, int to) {
        seconds[to] = seconds[from];
        places[to] = places[from];
        ids[to] = ids[from];
        rows[to] = rows[from];
    }

    private void put(int at, long place, long second, long id, int row) {
        seconds[at] = second;
        places[at] = place;
        ids[at] = id;
        rows[at] = row;
    }
}
