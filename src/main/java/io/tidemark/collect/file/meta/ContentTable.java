package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of table that Meta Business Suite exports for content, told by the names that all its shapes have.
enum ContentTable {
    FACEBOOK_POSTS(Platform.FACEBOOK, "post id", List.of("post id", "page id", "publish time")),
    FACEBOOK_VIDEOS(Platform.FACEBOOK, "video asset id", List.of("video asset id", "page id", "publish time")),
    INSTAGRAM_BY_USERNAME(Platform.INSTAGRAM, "post id", List.of("post id", "account username", "publish time")),
    INSTAGRAM_BY_ID(Platform.INSTAGRAM, "post id", List.of("post id", "account id", "publish time"));

    private final Platform platform;
    private final String idColumn;
    private final List<String> required;

    ContentTable(Platform platform, String idColumn, List<String> required) {
        this.platform = platform;
        this.idColumn = idColumn;
        this.required = required;
    }

    static Optional<ContentTable> of(Header header) {
        return Arrays.stream(values())
                .filter(table -> header.hasAll(table.required))
                .findFirst();
    }

    Platform platform() {
        return platform;
    }

    String idColumn() {
        return idColumn;
    }
}
