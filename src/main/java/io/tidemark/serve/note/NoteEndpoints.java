package io.tidemark.serve.note;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Notes on dates.
@Configuration(proxyBeanMethods = false)
@Import(NoteController.class)
public class NoteEndpoints {}
