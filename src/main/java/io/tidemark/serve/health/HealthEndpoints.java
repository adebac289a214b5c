package io.tidemark.serve.health;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// How live collection does, what came of its runs, and what it may cost.
@Configuration(proxyBeanMethods = false)
@Import({LiveHealthController.class, BudgetController.class, MetricsController.class})
public class HealthEndpoints {}
