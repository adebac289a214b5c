package io.tidemark.serve.imports;

import io.tidemark.serve.ServerSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Imports, their trials, and the mappings that read tables of any tool.
@Configuration(proxyBeanMethods = false)
@Import({ImportController.class, TrialController.class, MappingController.class})
public class ImportEndpoints {
    @Bean
    ImportJobs importJobs(Imports imports, Clock clock) {
        return new ImportJobs(imports, clock);
    }

    @Bean
    Uploads uploads(ServerSettings settings, Clock clock) {
        return new Uploads(settings.uploadDirectory(), clock);
    }
}
