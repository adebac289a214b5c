package io.tidemark.serve.connections;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Connections with platforms, the accounts that they open, the way back from signing in, and what
/// we say of ourselves there.
@Configuration(proxyBeanMethods = false)
@Import({
    ConnectionController.class,
    ConnectionAccountController.class,
    ConnectionAdvice.class,
    ConnectionRequests.class,
    SignInController.class,
    ClientMetadataController.class
})
public class ConnectionEndpoints {}
