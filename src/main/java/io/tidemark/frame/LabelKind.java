package io.tidemark.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a label is about. A post may carry any number of labels of a kind.
public enum LabelKind {
    CAMPAIGN,
    PILLAR,
    PRODUCT,
    MARKET;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LabelKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(LabelKind::key).toList();
    }
}
