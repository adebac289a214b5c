package io.tidemark.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every platform provides, read from the table `dictionary.csv` beside this class.
///
/// `expects` and `provides` are array look-ups: they are asked for every row and metric of a frame.
public final class Dictionary {
    private static final int PLATFORMS = Platform.values().length;
    private static final int SUBJECTS = Subject.values().length;
    private static final int TYPES = ContentType.values().length;
    private static final int METRICS = Metric.values().length;

    private static final List<List<Provision>> PROVISIONS = grouped(DictionaryTable.bundled());
    private static final boolean[] EXPECTED = new boolean[PLATFORMS * SUBJECTS * TYPES * METRICS];
    private static final boolean[] PROVIDED = new boolean[PLATFORMS * SUBJECTS * TYPES * METRICS];

    static {
        for (List<Provision> provisions : PROVISIONS) {
            provisions.forEach(Dictionary::mark);
        }
    }

    private Dictionary() {}

    /// All that a platform provides for a subject, in the order of [Metric]. A metric appears once more where some
    /// content types have it under another name or condition; the main provision comes first.
    public static List<Provision> provisions(Platform platform, Subject subject) {
        return PROVISIONS.get(group(platform, subject));
    }

    /// The main provision of a metric.
    public static Optional<Provision> find(Platform platform, Subject subject, Metric metric) {
        return provisions(platform, subject).stream()
                .filter(p -> p.metric() == metric)
                .findFirst();
    }

    /// Whether an item of this kind should report the metric, so that its absence is a gap. Conditional provisions
    /// are never expected; where one is reported all the same, the item counts as one that could.
    public static boolean expects(Platform platform, Subject subject, ContentType type, Metric metric) {
        return EXPECTED[cell(platform, subject, type, metric)];
    }

    /// Whether an item of this kind can report the metric at all. An item of unknown type can report what any type
    /// can.
    public static boolean provides(Platform platform, Subject subject, ContentType type, Metric metric) {
        return PROVIDED[cell(platform, subject, type, metric)];
    }

    private static List<List<Provision>> grouped(List<Provision> table) {
        List<List<Provision>> groups = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            for (Subject subject : Subject.values()) {
                groups.add(table.stream()
                        .filter(p -> p.platform() == platform && p.subject() == subject)
                        .toList());
            }
        }
        return groups;
    }

    private static void mark(Provision provision) {
        for (ContentType type : ContentType.values()) {
            int cell = cell(provision.platform(), provision.subject(), type, provision.metric());
            PROVIDED[cell] |= provision.covers(type) || type == ContentType.UNKNOWN;
            EXPECTED[cell] |= provision.covers(type) && !provision.conditional();
        }
    }

    private static int group(Platform platform, Subject subject) {
        return platform.ordinal() * SUBJECTS + subject.ordinal();
    }

    private static int cell(Platform platform, Subject subject, ContentType type, Metric metric) {
        return (group(platform, subject) * TYPES + type.ordinal()) * METRICS + metric.ordinal();
    }
}
