package io.tidemark.collect.connector;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What servers want to see in the next proof (RFC 9449, sections 8 and 9), each in its own. They change every few
/// minutes, and each answer tells the one that counts.
final class Nonces {
    private static final String HEADER = "dpop-nonce";
    private static final String WANTED = "use_dpop_nonce";
    private static final int MOST = 1_000;
    private static final int LONGEST = 500;

    private final Cache<String, String> byOrigin =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /// Null where the server has told none.
    @Nullable
    String of(URI address) {
        return byOrigin.getIfPresent(origin(address));
    }

    /// Keeps what an answer tells.
    ///
    /// @param sent what stood in the proof; null where nothing did
    /// @return whether the call was refused for want of another one, which is known by now
    boolean note(URI address, ApiResponse answer, @Nullable String sent) {
        String told = answer.header(HEADER)
                .filter(nonce -> !nonce.isBlank() && nonce.length() <= LONGEST)
                .orElse(null);
        if (told == null) {
            return false;
        }
        byOrigin.put(origin(address), told);
        return isWanted(answer) && !told.equals(sent);
    }

    /// Servers of resources say so in a header, those that give out tokens in the body.
    private static boolean isWanted(ApiResponse answer) {
        int status = answer.status();
        boolean refused = status == 400 || status == 401;
        boolean inHeader = answer.header("www-authenticate")
                .filter(told -> told.contains(WANTED))
                .isPresent();
        boolean inBody = answer.body() != null
                && answer.body().path("error").asString("").equals(WANTED);
        return refused && (inHeader || inBody);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
