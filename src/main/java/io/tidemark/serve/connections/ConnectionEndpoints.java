package io.tidemark.serve.connections;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Connections with platforms, the accounts that they open, and the way back from signing in.
@Configuration(proxyBeanMethods = false)
@Import({
    ConnectionController.class,
    ConnectionAccountController.class,
    ConnectionAdvice.class,
    ConnectionRequests.class,
    SignInController.class
})
public class ConnectionEndpoints {}
