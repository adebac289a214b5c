package io.tidemark.serve.export;

import io.tidemark.ledger.Notes;
import io.tidemark.serve.http.Access;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// What exports over HTTP are made of.
@Configuration(proxyBeanMethods = false)
public class ExportEndpoints {
    @Bean
    FileSender fileSender() {
        return new FileSender();
    }

    @Bean
    ExportController exportController(
            Access access,
            Exports exports,
            FileSender sender,
            Clock clock,
            ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        return new ExportController(access, new Exporter(exports, clock), views(mapping, adapter), sender, clock);
    }

    @Bean
    PageExportController pageExportController(
            Access access,
            Notes notes,
            FileSender sender,
            JsonMapper json,
            Clock clock,
            ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        return new PageExportController(access, views(mapping, adapter), notes, sender, json, clock);
    }

    /// The mapping knows the endpoints only once all are made, those of exports included.
    private static Supplier<Views> views(
            ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        return () -> new Views(mapping.getObject(), adapter.getObject());
    }
}
