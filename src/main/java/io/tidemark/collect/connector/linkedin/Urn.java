package io.tidemark.collect.connector.linkedin;

import io.tidemark.ledger.Alias;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// LinkedIn's name of anything: `urn:li:ugcPost:7100000000000000001`. The share and the ugcPost of one post have
/// different numbers, so that the kind belongs to the name.
record Urn(String kind, String id) {
    private static final Pattern URN = Pattern.compile("urn:li:(?<kind>[A-Za-z]+):(?<id>[\\w-]+)");
    private static final Pattern IN_LINK = Pattern.compile(
            "(?:urn(?::|%3A)li(?::|%3A)|[-_])(?<kind>share|ugcPost)(?::|%3A|-)(?<id>\\d{10,19})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final int BITS_BELOW_MILLISECONDS = 22;

    static final String SHARE = "share";
    static final String UGC_POST = "ugcPost";

    static Optional<Urn> parse(String text) {
        Matcher urn = URN.matcher(text);
        return urn.matches() ? Optional.of(new Urn(urn.group("kind"), urn.group("id"))) : Optional.empty();
    }

    /// The share or ugcPost that an address of a post names.
    static Optional<Urn> inLink(String link) {
        Matcher urn = IN_LINK.matcher(link);
        return urn.find()
                ? Optional.of(new Urn(urn.group("kind").equalsIgnoreCase(SHARE) ? SHARE : UGC_POST, urn.group("id")))
                : Optional.empty();
    }

    /// Whether it names a post of which there are numbers.
    boolean isPost() {
        return (kind.equals(SHARE) || kind.equals(UGC_POST)) && id.matches("\\d{1,19}");
    }

    /// As exported files know a post, and as an account is known for good.
    Alias alias() {
        return new Alias("linkedin:" + kind, id);
    }

    /// The upper bits of a post's id are the milliseconds of its creation.
    Instant createdAt() {
        return Instant.ofEpochMilli(Long.parseLong(id) >> BITS_BELOW_MILLISECONDS);
    }

    String permalink() {
        return "https://www.linkedin.com/feed/update/" + this + "/";
    }

    @Override
    public String toString() {
        return "urn:li:" + kind + ":" + id;
    }
}
