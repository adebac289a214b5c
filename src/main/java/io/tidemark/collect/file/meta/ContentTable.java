package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of table that Meta Business Suite exports for content, told by the names that all its shapes have.
enum ContentTable {
    FACEBOOK_POSTS(Platform.FACEBOOK, "post id", "page id"),
    FACEBOOK_VIDEOS(Platform.FACEBOOK, "video asset id", "page id"),
    INSTAGRAM_BY_USERNAME(Platform.INSTAGRAM, "post id", "account username"),
    INSTAGRAM_BY_ID(Platform.INSTAGRAM, "post id", "account id");

    private final Platform platform;
    private final String idColumn;
    private final String accountColumn;

    ContentTable(Platform platform, String idColumn, String accountColumn) {
        this.platform = platform;
        this.idColumn = idColumn;
        this.accountColumn = accountColumn;
    }

    static Optional<ContentTable> of(Header header) {
        return Arrays.stream(values())
                .filter(table -> header.hasAll(List.of(table.idColumn, table.accountColumn, "publish time")))
                .findFirst();
    }

    Platform platform() {
        return platform;
    }

    String idColumn() {
        return idColumn;
    }
}
