package io.tidemark.serve.imports;

import io.tidemark.collect.file.mapping.BadMapping;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The mappings that the members of a business have confirmed.
@RestController
@RequestMapping("/api/v1/imports/mappings")
final class MappingController {
    private final Access access;
    private final Imports imports;

    MappingController(Access access, Imports imports) {
        this.access = access;
        this.imports = imports;
    }

    record Listing(List<MappingBook.Saved> mappings) {}

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        return new Listing(imports.mappings().all(business(caller, request)));
    }

    /// Keeps a mapping in the place of the one of its name.
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    MappingBook.Saved save(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = business(caller, request);
        try {
            return imports.mappings().save(business, MappingJson.read(Body.text(request)));
        } catch (BadMapping bad) {
            throw Body.bad(bad.member(), bad.said());
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(caller, request);
        long mapping = Parameters.id("mapping_id", id);
        if (!imports.mappings().remove(business, mapping)) {
            throw Thing.MAPPING.notFound(mapping);
        }
        return ResponseEntity.noContent().build();
    }

    private long business(User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("business_id"));
        return access.business(caller, parameters.businessId()).id();
    }
}
