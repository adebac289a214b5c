package io.tidemark.serve.member;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Who and what may call.
@Configuration(proxyBeanMethods = false)
@Import({MemberController.class, KeyController.class})
public class MemberEndpoints {}
