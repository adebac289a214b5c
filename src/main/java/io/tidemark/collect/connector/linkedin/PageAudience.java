package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How many follow a page, and who they are.
final class PageAudience {
    /// LinkedIn has spelled it in two ways.
    private static final List<String> EDGES = List.of("COMPANY_FOLLOWED_BY_MEMBER", "CompanyFollowedByMember");

    private final LinkedInCalls calls;

    PageAudience(LinkedInCalls calls) {
        this.calls = calls;
    }

    /// A part of the followers: where it stands in the answer, what names one of its values, and what exported files
    /// call it.
    private record Facet(String list, String field, String dimension) {}

    private static final List<Facet> FACETS = List.of(
            new Facet("followerCountsByGeo", "geo", "location"),
            new Facet("followerCountsByGeoCountry", "geo", "country"),
            new Facet("followerCountsByFunction", "function", "job_function"),
            new Facet("followerCountsBySeniority", "seniority", "seniority"),
            new Facet("followerCountsByIndustry", "industry", "industry"),
            new Facet("followerCountsByStaffCountRange", "staffCountRange", "company_size"),
            new Facet("followerCountsByAssociationType", "associationType", "association"));

    OptionalDouble followers(Api api, String organization) {
        try {
            return followers(api, organization, EDGES.getFirst());
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.MetricRefused) {
                return followers(api, organization, EDGES.getLast());
            }
            throw failed;
        }
    }

    /// None where only administrators are told: the series of new followers, which is theirs too, tells that.
    List<AccountReading.Part> parts(Api api, String organization) {
        try {
            JsonNode elements = calls.elements(
                    api,
                    LinkedInCalls.FOLLOWER_STATISTICS,
                    "?q=organizationalEntity&organizationalEntity=" + RestLi.encoded(organization));
            return FACETS.stream()
                    .flatMap(facet -> parts(elements.path(0), facet))
                    .toList();
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotPermitted) {
                return List.of();
            }
            throw failed;
        }
    }

    private OptionalDouble followers(Api api, String organization, String edge) {
        JsonNode size = calls.get(
                api, LinkedInCalls.NETWORK_SIZES, "/%s?edgeType=%s".formatted(RestLi.encoded(organization), edge));
        return Numbers.read(size.path("firstDegreeSize"));
    }

    /// Organic followers of a part include the paid ones.
    private static Stream<AccountReading.Part> parts(JsonNode element, Facet facet) {
        List<AccountReading.Part> parts = new ArrayList<>();
        for (JsonNode row : element.path(facet.list())) {
            String key = row.path(facet.field()).asString("");
            OptionalDouble count = Numbers.read(row.path("followerCounts").path("organicFollowerCount"));
            if (!key.isEmpty() && count.isPresent()) {
                parts.add(new AccountReading.Part(facet.dimension(), key, Metric.FOLLOWERS.key(), count.getAsDouble()));
            }
        }
        return parts.stream();
    }
}
