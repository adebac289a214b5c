package io.tidemark.collect.picture;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/// Asks a platform where pictures lie of which its lists tell the names alone.
public interface PictureNames {
    /// Whether something is such a name: addresses have a host and a path.
    static boolean isName(URI picture) {
        return picture.isOpaque();
    }

    /// Whether the platform may be asked for a picture; not where it has refused to tell.
    boolean mayAsk(URI name);

    /// Those that the platform tells.
    Map<URI, URI> addresses(Set<URI> names);
}
