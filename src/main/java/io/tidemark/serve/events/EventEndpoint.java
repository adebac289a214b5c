package io.tidemark.serve.events;

import io.tidemark.serve.Records;
import io.tidemark.serve.ServerSettings;
import io.tidemark.serve.jobs.JobDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// What has changed, as it changes.
@Configuration(proxyBeanMethods = false)
@Import(EventController.class)
public class EventEndpoint {
    @Bean
    Events events(Changes changes, Records records, JobDesk desk, JsonMapper json, ServerSettings settings) {
        return new Events(changes, records, desk, json, settings.events());
    }
}
