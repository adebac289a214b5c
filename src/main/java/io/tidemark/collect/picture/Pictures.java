package io.tidemark.collect.picture;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails;
import io.tidemark.ledger.Thumbnails.Again;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
    ///
    /// @param names tells where pictures lie that lists only name
    public void collect(
            long businessId, long accountId, PictureHosts hosts, PictureNames names, Collection<ListedPost> listed) {
        try {
            thumbnails.want(businessId, accountId, wanted(names, listed), clock.instant());
            if (fetch(businessId, accountId, new Source(hosts, names, told(businessId, accountId, names))) > 0) {
                thumbnails.shown(businessId);
            }
        } catch (CallFailed failed) {
            // Limits and the sign-in are the matter of runs: pictures wait for their next turn.
            LOG.info(
                    "business={} account={} pictures wait: {}",
                    businessId,
                    accountId,
                    failed.fault().said());
        } catch (RuntimeException problem) {
            LOG.error("business={} account={} pictures", businessId, accountId, problem);
        }
    }

    /// Where pictures come from.
    ///
    /// @param told where those lie that are due and have names only
    private record Source(PictureHosts hosts, PictureNames names, Map<URI, URI> told) {
        URI address(URI picture) throws NoPicture {
            URI address = PictureNames.isName(picture) ? told.get(picture) : picture;
            if (address != null) {
                return address;
            }
            throw names.mayAsk(picture)
                    ? new NoPicture(Again.LATER, "The platform does not say where it lies.")
                    : new NoPicture(Again.WHEN_LISTED, "The platform refuses to say where it lies.");
        }
    }

    /// Asks for all that have their turn at once.
    private Map<URI, URI> told(long businessId, long accountId, PictureNames names) {
        return names.addresses(thumbnails.due(businessId, accountId, clock.instant(), IN_A_TURN).stream()
                .map(URI::create)
                .filter(PictureNames::isName)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Thumbnails.Wanted> wanted(PictureNames names, Collection<ListedPost> listed) {
        return listed.stream()
                .map(post -> wanted(names, post))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Thumbnails.@Nullable Wanted wanted(PictureNames names, ListedPost post) {
        URI picture = post.thumbnail();
        return picture == null || (PictureNames.isName(picture) && !names.mayAsk(picture))
                ? null
                : new Thumbnails.Wanted(
                        post.aliases().getFirst(), post.ref().publishedAt(), identity(picture), picture.toString());
    }

    /// A picture is the same while its path is: hosts and queries (signatures that run out) change all the time. Names
    /// stay.
    private static String identity(URI picture) {
        return PictureNames.isName(picture) ? picture.toString() : Objects.requireNonNullElse(picture.getRawPath(), "");
    }

    /// @return how many came
    private int fetch(long businessId, long accountId, Source source) {
        long end = System.nanoTime() + TURN.toNanos();
        int came = 0;
        for (int tried = 0; tried < IN_A_TURN && System.nanoTime() - end < 0; tried++) {
            Optional<Thumbnails.Due> due = thumbnails.take(businessId, accountId, clock.instant());
            if (due.isEmpty()) {
                return came;
            }
            came += fetch(businessId, due.get(), source) ? 1 : 0;
        }
        return came;
    }

    private boolean fetch(long businessId, Thumbnails.Due due, Source source) {
        try {
            URI address = source.address(URI.create(due.address()));
            Thumbnail small = Miniature.of(client.fetch(address, source.hosts()));
            thumbnails.keep(businessId, due.alias(), small, clock.instant());
            return true;
        } catch (NoPicture none) {
            thumbnails.missing(businessId, due.alias(), String.valueOf(none.getMessage()), none.again());
            return false;
        }
    }
}
