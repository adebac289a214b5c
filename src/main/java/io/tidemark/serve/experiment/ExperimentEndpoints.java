package io.tidemark.serve.experiment;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Tests of posting times, and the zones in which accounts post.
@Configuration(proxyBeanMethods = false)
@Import({ExperimentController.class, AccountZoneController.class})
public class ExperimentEndpoints {}
