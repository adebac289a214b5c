package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of Hootsuite's tables of posts: counters to date, times in UTC.
final class HootsuiteRows implements Reading.RowReader {
    /// Facebook's ids may have the page before them.
    private static final Pattern ID = Pattern.compile("(?:\\d+_)?(\\d{5,})");

    private final Reading reading;
    private final HootsuiteNetwork network;
    private final SeenKeys seen = new SeenKeys();

    HootsuiteRows(Reading reading, HootsuiteNetwork network) {
        this.reading = reading;
        this.network = network;
    }

    @Override
    public Outcome read(Line line) {
        Optional<PostLink> link = line.text(network.link()).map(url -> PostLink.of(network.platform(), url));
        List<Alias> aliases = aliases(line, link);
        PostKind kind = PostKind.of(line.cell("post type").text());
        PostVersion version = new PostVersion(
                publishedAt(line, link),
                link.flatMap(PostLink::createdAt).isEmpty() && ToolTime.isDayOnly(line, "date (gmt)"),
                kind.placement(),
                kind.format(),
                line.text(network.text()).or(() -> line.text("post title")).orElse(null),
                Reading.textOrNull(line, network.link()),
                Boosted.UNKNOWN,
                false);
        ToolPost post = new ToolPost("hootsuite", account(line, link), aliases, version);
        network.metrics().forEach((column, metric) -> post.with(metric, line.count(column)));
        // Hootsuite's own sum, which is not what the platform calls an engagement.
        post.withOwn("engagement", line.count("engagement"));
        boolean isNew = true;
        for (Alias alias : aliases) {
            isNew &= seen.add(alias.scheme(), alias.externalId());
        }
        if (!isNew) {
            return Outcome.DUPLICATE;
        }
        return new Outcome(Outcome.Fate.POST, post.observations(reading.observedAt()));
    }

    /// An id that a spreadsheet has shortened is left out where the address holds another.
    private List<Alias> aliases(Line line, Optional<PostLink> link) {
        List<Alias> aliases = new ArrayList<>();
        Matcher id = ID.matcher(line.cell(network.id()).stripped());
        if (id.matches()) {
            aliases.add(new Alias(network.scheme(), id.group(1)));
        }
        link.map(PostLink::alias)
                .filter(alias -> aliases.isEmpty() || !alias.scheme().endsWith(":url"))
                .filter(alias -> !aliases.contains(alias))
                // The address of X holds the id that it means; the column may have been rounded by a spreadsheet.
                .ifPresent(alias -> aliases.addFirst(alias));
        if (aliases.isEmpty()) {
            throw line.bad(network.id(), Reason.NO_POST_TOLD.said());
        }
        return network == HootsuiteNetwork.X ? aliases.subList(0, 1) : aliases;
    }

    private AccountKey account(Line line, Optional<PostLink> link) {
        Platform platform = network.platform();
        String column = network.account();
        String handle = line.text(column)
                .or(() -> link.flatMap(PostLink::handle))
                .orElseThrow(() -> line.bad(column.isEmpty() ? network.link() : column, Reason.ACCOUNT_UNTOLD.said()));
        return reading.account(AccountKey.ofHandle(platform, handle));
    }

    private static Instant publishedAt(Line line, Optional<PostLink> link) {
        Instant written = ToolTime.read(line, "date (gmt)").toInstant(ZoneOffset.UTC);
        return link.flatMap(PostLink::createdAt).orElse(written);
    }
}
