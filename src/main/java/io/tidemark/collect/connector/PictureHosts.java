package io.tidemark.collect.connector;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where pictures of a platform's posts may be fetched from: addresses stand in answers, and are trusted no further.
///
/// @param places names of hosts, with their subdomains, which are called by https at public addresses, or `*` for all
///     such hosts; or whole origins such as `http://127.0.0.1:8080`, which are called as they are
public record PictureHosts(Set<String> places) {
    public static final PictureHosts NONE = new PictureHosts(Set.of());
    /// Any host of the internet, for platforms of servers that anybody runs.
    public static final String ANYWHERE = "*";

    private static final int HTTPS = 443;

    public PictureHosts {
        places = Set.copyOf(places);
    }

    /// Those that whoever runs the server has set, else those that are shipped.
    public static PictureHosts of(ConnectorSettings settings, String shipped) {
        return new PictureHosts(settings.set("picture-hosts", shipped));
    }

    /// Whether the origin of an address is named as a whole.
    public boolean namesOrigin(URI address) {
        return address.getRawUserInfo() == null
                && places.contains(address.getScheme() + "://" + address.getRawAuthority());
    }

    /// Whether an address is an https address of a host that is named.
    public boolean namesHost(URI address) {
        String host = address.getHost();
        return host != null
                && "https".equalsIgnoreCase(address.getScheme())
                && address.getRawUserInfo() == null
                && (address.getPort() < 0 || address.getPort() == HTTPS)
                && places.stream().anyMatch(place -> isWithin(host.toLowerCase(Locale.ROOT), place));
    }

    private static boolean isWithin(String host, String name) {
        return name.equals(ANYWHERE) || host.equals(name) || host.endsWith("." + name);
    }

    /// The address of a picture in an answer; null where there is none that can be called.
    public static @Nullable URI address(JsonNode node) {
        try {
            URI address = new URI(node.asString(""));
            return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme())
                    ? address
                    : null;
        } catch (URISyntaxException unusable) {
            // A picture that cannot be fetched is none.
            return null;
        }
    }
}
