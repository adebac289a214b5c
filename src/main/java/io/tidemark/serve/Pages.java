package io.tidemark.serve;

import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import tools.jackson.databind.json.JsonMapper;

/// The dashboard's files and the description of the API.
@Controller
class Pages implements WebMvcConfigurer {
    private static final Sentence NO_DASHBOARD =
            Sentence.of("no_dashboard", "This build has no dashboard: build without -Dskip.web=true.");

    static final Resource INDEX = new ClassPathResource("static/index.html");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final byte[] description;

    Pages(JsonMapper json) {
        description = Description.json(json);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names hold a hash of their content, so they never change.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(alreadyCompressed());
        registry.addResourceHandler("/favicon.ico", "/favicon.svg", "/robots.txt")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    /// The build has compressed them as far as it goes; for browsers that cannot undo that they are compressed as they
    /// go.
    private static EncodedResourceResolver alreadyCompressed() {
        EncodedResourceResolver resolver = new EncodedResourceResolver();
        resolver.setContentCodings(List.of("br"));
        return resolver;
    }

    @GetMapping("/")
    ResponseEntity<Void> home() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/dashboard/analytics"))
                .build();
    }

    /// Every address of the dashboard is the same page, which finds its way by itself.
    @GetMapping({"/dashboard", "/dashboard/**"})
    ResponseEntity<Object> dashboard() {
        return page(new HttpHeaders());
    }

    /// The same for those who are not members: no search engine is to remember these addresses.
    @GetMapping({"/dashboard/sign-in", "/s", "/s/{share}"})
    ResponseEntity<Object> pageForOthers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Robots-Tag", "noindex");
        return page(headers);
    }

    private static ResponseEntity<Object> page(HttpHeaders headers) {
        if (!INDEX.exists()) {
            return Problem.of(HttpStatus.NOT_FOUND, "no_dashboard", NO_DASHBOARD.said())
                    .response();
        }
        return ResponseEntity.ok()
                .headers(headers)
                .cacheControl(CacheControl.noCache())
                .contentType(HTML)
                .body(INDEX);
    }

    @GetMapping("/v3/api-docs")
    ResponseEntity<Object> description() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(description);
    }
}
