package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.words.Sentence;
import tools.jackson.databind.JsonNode;

/// Calls as LinkedIn wants them. Limits are kept for each resource, so that it alone names the endpoint.
final class LinkedInCalls {
    private static final Sentence NO_ELEMENTS = Sentence.of("linkedin_no_elements", "It has no elements");

    static final String ACLS = "GET /rest/organizationAcls";
    static final String ORGANIZATIONS = "GET /rest/organizations";
    static final String ME = "GET /v2/me";
    static final String USER_INFO = "GET /v2/userinfo";
    static final String POSTS = "GET /rest/posts";
    static final String SHARE_STATISTICS = "GET /rest/organizationalEntityShareStatistics";
    static final String FOLLOWER_STATISTICS = "GET /rest/organizationalEntityFollowerStatistics";
    static final String PAGE_STATISTICS = "GET /rest/organizationPageStatistics";
    static final String NETWORK_SIZES = "GET /rest/networkSizes";
    static final String SOCIAL_METADATA = "GET /rest/socialMetadata";
    static final String VIDEO_ANALYTICS = "GET /rest/videoAnalytics";
    static final String IMAGES = "GET /rest/images";
    static final String VIDEOS = "GET /rest/videos";
    static final String MEMBER_POSTS = "GET /rest/memberCreatorPostAnalytics";
    static final String MEMBER_FOLLOWERS = "GET /rest/memberFollowersCount";

    private static final String VERSION = "202604";

    private final String version;

    LinkedInCalls(ConnectorSettings settings) {
        version = settings.text("version", VERSION);
    }

    /// @param endpoint one of the above
    /// @param rest of the path, and the query: written as RestLi says
    JsonNode get(Api api, String endpoint, String rest) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1);
        return api.call(ApiRequest.get(endpoint, path + rest)
                .header("LinkedIn-Version", version)
                .header("X-Restli-Protocol-Version", "2.0.0"));
    }

    /// The elements of an answer that is a list.
    JsonNode elements(Api api, String endpoint, String rest) {
        JsonNode elements = get(api, endpoint, rest).path("elements");
        if (!elements.isArray()) {
            throw Unreadable.of(NO_ELEMENTS);
        }
        return elements;
    }
}
