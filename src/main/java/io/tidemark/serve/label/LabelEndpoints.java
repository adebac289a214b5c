package io.tidemark.serve.label;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What people say about their posts and accounts.
@Configuration(proxyBeanMethods = false)
@Import({LabelController.class, LabelPostsController.class, AccountGroupController.class})
public class LabelEndpoints {}
