package io.tidemark.serve.jobs;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Refreshes, and what becomes of jobs.
@Configuration(proxyBeanMethods = false)
@Import({RefreshController.class, JobController.class})
public class JobEndpoints {}
