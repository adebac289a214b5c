package io.tidemark.serve.export;

import io.tidemark.serve.http.Access;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What exports over HTTP are made of.
@Configuration(proxyBeanMethods = false)
public class ExportEndpoints {
    /// The mapping knows the endpoints only once all are made, this one included.
    @Bean
    ExportController exportController(
            Access access,
            Exports exports,
            Clock clock,
            ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        return new ExportController(
                access, new Exporter(exports, clock), () -> new Views(mapping.getObject(), adapter.getObject()), clock);
    }
}
