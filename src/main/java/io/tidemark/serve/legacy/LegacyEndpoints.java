package io.tidemark.serve.legacy;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The five flat endpoints.
@Configuration(proxyBeanMethods = false)
@Import(LegacyController.class)
public class LegacyEndpoints {}
