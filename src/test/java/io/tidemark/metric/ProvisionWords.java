package io.tidemark.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the pages about the dictionary say of a provision.
public final class ProvisionWords {
    private ProvisionWords() {}

    /// "all", or those that have it, or those that have not, whichever are fewer.
    public static String types(Provision provision) {
        Set<ContentType> left = EnumSet.allOf(ContentType.class);
        left.removeAll(provision.only());
        if (provision.only().isEmpty()) {
            return "all";
        }
        return left.size() < provision.only().size() ? "all but " + keys(left) : keys(provision.only());
    }

    /// What has to hold and from when until when; empty where it always is.
    public static String conditions(Provision provision) {
        List<String> parts = new ArrayList<>();
        parts.add(provision.condition());
        parts.add(dated("from ", provision.since()));
        parts.add(dated("until ", provision.until()));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String keys(Set<ContentType> types) {
        return types.stream().sorted().map(ContentType::key).collect(Collectors.joining(", "));
    }

    private static String dated(String word, @Nullable LocalDate day) {
        return day == null ? "" : word + day;
    }
}
