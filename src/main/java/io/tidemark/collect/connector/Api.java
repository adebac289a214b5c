package io.tidemark.collect.connector;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Calls to a platform in the name of one sign-in. The token is added, limits are kept, and what is temporary is
/// repeated behind it.
public interface Api {
    /// @throws CallFailed where no usable answer came; its fault says what that means
    JsonNode call(ApiRequest request);

    /// The same with the headers that came along, of which there are none where stored answers are read.
    ///
    /// @throws CallFailed as [#call] does
    default ApiResponse answer(ApiRequest request) {
        return new ApiResponse(request.endpoint(), 200, Map.of(), call(request));
    }

    /// Where the sign-in is at home; null on platforms of one server, and where stored answers are read.
    default Login.@Nullable Place place() {
        return null;
    }

    /// The time that the platform lives in.
    Instant now();
}
