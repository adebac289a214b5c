package io.tidemark.app;

import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import java.util.List;

/// The platforms that accounts can be collected from.
final class Platforms {
    private Platforms() {}

    /// @param apps what whoever runs the server has settled about them
    static List<Login> all(Apps apps) {
        ConnectorSettings x = apps.settings("x");
        return List.of(new XLogin(x, new XConnector(x)));
    }
}
