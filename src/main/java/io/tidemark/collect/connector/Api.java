package io.tidemark.collect.connector;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Calls to a platform in the name of one sign-in. The token is added, limits are kept, and what is temporary is
/// repeated
/// behind it.
public interface Api {
    /// @throws CallFailed where no usable answer came; its fault says what that means
    JsonNode call(ApiRequest request);

    /// The time that the platform lives in.
    Instant now();
}
