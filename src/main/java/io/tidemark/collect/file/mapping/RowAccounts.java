package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose numbers the rows of a mapped table are.
final class RowAccounts {
    private RowAccounts() {}

    /// What has to be known before any row is read.
    static Accounts of(Mapping mapping) {
        Platform platform = mapping.platform();
        Set<Platform> open = platform == null ? EnumSet.allOf(Platform.class) : EnumSet.of(platform);
        return eachRow(mapping)
                ? new Accounts.Each(open)
                : new Accounts.One(open, Optional.ofNullable(mapping.account()));
    }

    /// The account of a row.
    static AccountKey of(Mapping mapping, MappedRow row, Reading reading) {
        if (!eachRow(mapping)) {
            return reading.account();
        }
        Platform platform = mapping.platform();
        String handle = mapping.account();
        return reading.account(AccountKey.ofHandle(
                platform == null ? platform(row) : platform, handle == null ? handle(row) : handle));
    }

    private static boolean eachRow(Mapping mapping) {
        return mapping.has(Role.PLATFORM) || mapping.has(Role.ACCOUNT);
    }

    private static Platform platform(MappedRow row) {
        @Nullable String text = row.textOrNull(Role.PLATFORM);
        if (text == null) {
            throw row.bad(Role.PLATFORM, Reason.PLATFORM_UNTOLD.said());
        }
        return PlatformWords.find(text)
                .orElseThrow(() -> row.bad(
                        Role.PLATFORM,
                        Reason.NOT_ONE_PLATFORM.said(Map.of(
                                "platforms",
                                Value.name(Arrays.stream(Platform.values())
                                        .map(Platform::key)
                                        .collect(Collectors.joining(", ")))))));
    }

    private static String handle(MappedRow row) {
        String handle = row.text(Role.ACCOUNT)
                .map(text -> text.replaceFirst("^@", "").strip())
                .orElse("");
        if (handle.isEmpty()) {
            throw row.bad(Role.ACCOUNT, Reason.ACCOUNT_UNTOLD.said());
        }
        return handle;
    }
}
