package io.tidemark.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The labels of a business, each with the rows of the posts that carry it, and the names of all groups of accounts.
/// They are those of the present, also in the frame of a past instant.
public final class Labels {
    public static final Labels NONE = new Labels(List.of(), new int[0][], List.of());

    private final List<Label> labels;
    private final int[][] rows;
    private final List<String> groups;

    private Labels(List<Label> labels, int[][] rows, List<String> groups) {
        this.labels = List.copyOf(labels);
        this.rows = rows;
        this.groups = List.copyOf(groups);
    }

    /// @param carriers by the id of a label, the ids of its posts, each once; posts that are not in the frame are left
    /// out
    /// @param groups names of groups of accounts, whether or not one of their accounts is in the frame
    public static Labels of(List<Label> labels, Map<Long, long[]> carriers, List<String> groups, PostFrame posts) {
        if (labels.isEmpty()) {
            return groups.isEmpty() ? NONE : new Labels(labels, new int[0][], groups);
        }
        PostRows index = new PostRows(posts);
        int[][] rows = new int[labels.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = index.ofAll(carriers.getOrDefault(labels.get(i).id(), new long[0]));
        }
        return new Labels(labels, rows, groups);
    }

    /// All labels, also those that no post carries, ordered by kind and name.
    public List<Label> all() {
        return labels;
    }

    public List<Label> of(LabelKind kind) {
        return labels.stream().filter(label -> label.kind() == kind).toList();
    }

    public Optional<Label> find(long id) {
        return labels.stream().filter(label -> label.id() == id).findFirst();
    }

    public Optional<Label> find(LabelKind kind, String name) {
        return labels.stream().filter(label -> label.isNamed(kind, name)).findFirst();
    }

    /// The rows in [PostFrame] that carry a label, ascending: the array itself, not a copy, for loops over rows.
    public int[] rows(Label label) {
        int place = labels.indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException("Not a label of this frame: " + label);
        }
        return rows[place];
    }

    /// The labels that a row of [PostFrame] carries, ordered by kind and name.
    public List<Label> carriedBy(int row) {
        List<Label> carried = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (Arrays.binarySearch(rows[i], row) >= 0) {
                carried.add(labels.get(i));
            }
        }
        return carried;
    }

    /// Names of the groups of accounts.
    public List<String> groups() {
        return groups;
    }

    public long bytes() {
        return Arrays.stream(rows)
                .mapToLong(carriers -> 16L + 4L * carriers.length)
                .sum();
    }
}
