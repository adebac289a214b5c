package io.tidemark.analytics.post;

/// Keeps the foremost of many rows in a heap of bounded size, whose root is the hindmost of those kept: a page is found
/// in one pass, without sorting all and without objects.
final class Foremost {
    private final long[] places;
    private final long[] ids;
    private final int[] rows;
    private int size;

    Foremost(int limit) {
        places = new long[limit];
        ids = new long[limit];
        rows = new int[limit];
    }

    void offer(long place, long id, int row) {
        if (size < rows.length) {
            size++;
            rise(size - 1, place, id, row);
        } else if (size > 0 && isBefore(place, id, places[0], ids[0])) {
            sink(place, id, row);
        }
    }

    /// The rows kept, the foremost first. Empties the heap.
    int[] rows() {
        int[] sorted = new int[size];
        while (size > 0) {
            sorted[size - 1] = rows[0];
            size--;
            sink(places[size], ids[size], rows[size]);
        }
        return sorted;
    }

    static boolean isBefore(long place, long id, long otherPlace, long otherId) {
        return place < otherPlace || (place == otherPlace && id < otherId);
    }

    private void rise(int from, long place, long id, int row) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!isBefore(places[parent], ids[parent], place, id)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, place, id, row);
    }

    /// Puts a row in the place of the root.
    private void sink(long place, long id, int row) {
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && isBefore(places[child], ids[child], places[child + 1], ids[child + 1])) {
                child++;
            }
            if (!isBefore(place, id, places[child], ids[child])) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, place, id, row);
    }

    private void move(int from, int to) {
        places[to] = places[from];
        ids[to] = ids[from];
        rows[to] = rows[from];
    }

    private void put(int at, long place, long id, int row) {
        places[at] = place;
        ids[at] = id;
        rows[at] = row;
    }
}
