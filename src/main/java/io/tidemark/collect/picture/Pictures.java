package io.tidemark.collect.picture;

import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a small picture of each post, as far as platforms show one. Pictures are an addition: whatever is wrong with
/// one stays with it, and a turn spends little on them.
public final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final int IN_A_TURN = 30;
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Thumbnails thumbnails;
    private final Clock clock;
    private final PictureClient client = new PictureClient();

    public Pictures(Thumbnails thumbnails, Clock clock) {
        this.thumbnails = thumbnails;
        this.clock = clock;
    }

    /// Takes what lists say of an account's posts, which are stored by then, and fetches some of what is missing: the
    /// rest has its turn later.
    public void collect(long businessId, long accountId, PictureHosts hosts, Collection<ListedPost> listed) {
        try {
            thumbnails.want(businessId, accountId, wanted(listed), clock.instant());
            if (fetch(businessId, accountId, hosts) > 0) {
                thumbnails.shown(businessId);
            }
        } catch (RuntimeException problem) {
            LOG.error("business={} account={} pictures", businessId, accountId, problem);
        }
    }

    private static List<Thumbnails.Wanted> wanted(Collection<ListedPost> listed) {
        return listed.stream().map(Pictures::wanted).filter(Objects::nonNull).toList();
    }

    /// A picture is the same while its path is: hosts and queries (signatures that run out) change all the time.
    private static Thumbnails.@Nullable Wanted wanted(ListedPost post) {
        URI address = post.thumbnail();
        return address == null
                ? null
                : new Thumbnails.Wanted(
                        post.aliases().getFirst(),
                        post.ref().publishedAt(),
                        Objects.requireNonNullElse(address.getRawPath(), ""),
                        address.toString());
    }

    /// @return how many came
    private int fetch(long businessId, long accountId, PictureHosts hosts) {
        long end = System.nanoTime() + TURN.toNanos();
        int came = 0;
        for (int tried = 0; tried < IN_A_TURN && System.nanoTime() - end < 0; tried++) {
            Optional<Thumbnails.Due> due = thumbnails.take(businessId, accountId, clock.instant());
            if (due.isEmpty()) {
                return came;
            }
            came += fetch(businessId, due.get(), hosts) ? 1 : 0;
        }
        return came;
    }

    private boolean fetch(long businessId, Thumbnails.Due due, PictureHosts hosts) {
        try {
            Thumbnail small = Miniature.of(client.fetch(URI.create(due.address()), hosts));
            thumbnails.keep(businessId, due.alias(), small, clock.instant());
            return true;
        } catch (NoPicture none) {
            thumbnails.missing(businessId, due.alias(), String.valueOf(none.getMessage()), none.again());
            return false;
        }
    }
}
