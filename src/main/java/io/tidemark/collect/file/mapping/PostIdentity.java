package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.mapping.MappedTable.Bound;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// By what a post of a table is known: its id, its address, else its time and text together.
///
/// An id that a spreadsheet has rounded is not used; the address stands for it where there is one.
final class PostIdentity {
    private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

    private PostIdentity() {}

    static List<Alias> of(AccountKey account, MappedRow row, Optional<Instant> publishedAt) {
        List<Alias> aliases = new ArrayList<>();
        Optional<String> link = row.text(Role.PERMALINK);
        List<Bound> ids = row.table().of(Role.POST_ID);
        if (ids.size() == 1) {
            id(account.platform(), row, link.isPresent()).ifPresent(aliases::add);
        } else if (ids.size() > 1) {
            aliases.add(composite(account, row, ids));
        }
        link.map(address -> PostLinks.ofLink(account.platform(), address))
                .filter(alias -> !aliases.contains(alias))
                .ifPresent(aliases::add);
        if (aliases.isEmpty()) {
            aliases.add(timeAndText(account, row, publishedAt));
        }
        return List.copyOf(aliases);
    }

    private static Optional<Alias> id(Platform platform, MappedRow row, boolean hasLink) {
        Optional<String> id = row.text(Role.POST_ID);
        if (id.isPresent() && ROUNDED.matcher(id.get()).matches()) {
            if (!hasLink) {
                throw row.bad(Role.POST_ID, Reason.ID_ROUNDED.said());
            }
            return Optional.empty();
        }
        return id.map(text -> PostLinks.ofId(platform, text));
    }

    /// Several cells that tell posts apart together, blank ones included.
    private static Alias composite(AccountKey account, MappedRow row, List<Bound> ids) {
        List<String> parts = ids.stream()
                .map(column -> row.row().cell(column.index()).stripped())
                .toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            throw row.bad(Role.POST_ID, Reason.ID_CELLS_BLANK.said());
        }
        return hashed(account, parts);
    }

    private static Alias timeAndText(AccountKey account, MappedRow row, Optional<Instant> publishedAt) {
        Optional<String> text = row.text(Role.TEXT);
        if (publishedAt.isEmpty() || text.isEmpty()) {
            throw row.bad(Role.POST_ID, Reason.NOTHING_IDENTIFIES.said());
        }
        return hashed(account, List.of(publishedAt.get().toString(), text.get()));
    }

    /// Of one length whatever the parts are; the account is part of it, since others may post the same.
    private static Alias hashed(AccountKey account, List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<String> all = new ArrayList<>(List.of(account.handle().toLowerCase(Locale.ROOT)));
            all.addAll(parts);
            for (String part : all) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new Alias(
                    account.platform().key() + ":mapped", HexFormat.of().formatHex(digest.digest(), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
