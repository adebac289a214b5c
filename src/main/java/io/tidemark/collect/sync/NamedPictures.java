package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.picture.PictureNames;
import io.tidemark.ledger.SyncBook;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Asks for an account's pictures, those of a kind in one call. A kind that is refused is remembered as numbers are
/// that a platform does not tell.
final class NamedPictures implements PictureNames {
    private static final String ROUTE = "pictures";

    private final Connector connector;
    private final Api api;
    private final Refusals refusals;

    NamedPictures(Connector connector, Api api, Refusals refusals) {
        this.connector = connector;
        this.api = api;
        this.refusals = refusals;
    }

    @Override
    public boolean mayAsk(URI name) {
        return !refusals.whole(ROUTE, kind(name));
    }

    @Override
    public Map<URI, URI> addresses(Set<URI> names) {
        Map<URI, URI> told = new HashMap<>();
        names.stream()
                .filter(this::mayAsk)
                .collect(Collectors.groupingBy(NamedPictures::kind, Collectors.toSet()))
                .forEach((kind, ofKind) -> told.putAll(addresses(kind, ofKind)));
        return told;
    }

    private Map<URI, URI> addresses(String kind, Set<URI> names) {
        try {
            return connector.pictures(api, names);
        } catch (CallFailed failed) {
            return switch (failed.fault()) {
                case Fault.NotPermitted refused -> {
                    refusals.remember(ROUTE, kind, SyncBook.Refused.ALL, refused.said());
                    yield Map.of();
                }
                // Tried again as pictures are that do not come.
                case Fault.Passing _, Fault.Unreadable _ -> Map.of();
                default -> throw failed;
            };
        }
    }

    private static String kind(URI name) {
        String[] parts = name.toString().split(":", -1);
        return parts[parts.length - 2];
    }
}
