package io.tidemark.app;

import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connector.Login;
import java.util.List;

/// The platforms that accounts can be collected from.
final class Platforms {
    private Platforms() {}

    /// @param apps what whoever runs the server has settled about them
    static List<Login> all(Apps apps) {
        return List.of();
    }
}
