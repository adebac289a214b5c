package io.tidemark.serve.view;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Views that people have saved.
@Configuration(proxyBeanMethods = false)
@Import(SavedViewController.class)
public class ViewEndpoints {}
