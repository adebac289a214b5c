package io.tidemark.bench;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a connector makes of answers, without the network: texts of answers in, posts and numbers out, on one thread.
final class MappingStudy {
    private static final double SECONDS = 4;

    private final PlatformScene scene;
    private final Connector connector;
    private final TrackedAccount account;
    private final Recording recording;

    MappingStudy(PlatformScene scene) {
        this.scene = scene;
        connector = scene.connector();
        recording =
                new Recording(new DirectApi(connector, connector.base(), scene.token(), scene.clock()), scene.clock());
        account = Objects.requireNonNull(
                connector.accounts(recording, null).items().getFirst().account());
    }

    /// Answers as texts: first those of the platform, later the same once more.
    private static final class Recording implements Api {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        private final Api platform;
        private final Clock clock;
        private final Map<String, String> answers = new HashMap<>();

        Recording(Api platform, Clock clock) {
            this.platform = platform;
            this.clock = clock;
        }

        @Override
        public JsonNode call(ApiRequest request) {
            return JSON.readTree(answers.computeIfAbsent(
                    request.toString(), unknown -> platform.call(request).toString()));
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }

    void run(Study study) {
        List<ListedPost> posts = list();
        double listed = perSecond(() -> list().size());
        double read = perSecond(() -> read(posts));
        study.row(scene.name(), "%,d".formatted(posts.size()), "%,.0f".formatted(listed), "%,.0f".formatted(read));
    }

    /// How much of something a second, once it has been done often enough to be compiled.
    private static double perSecond(java.util.function.IntSupplier work) {
        double rate = 0;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            long done = 0;
            while (Study.secondsSince(start) < SECONDS) {
                done += work.getAsInt();
            }
            rate = done / Study.secondsSince(start);
        }
        return rate;
    }

    private List<ListedPost> list() {
        List<ListedPost> posts = new ArrayList<>();
        for (Listing listing : connector.listings()) {
            if (listing.onRequest() || listing.live()) {
                continue;
            }
            @Nullable String cursor = null;
            do {
                Page<ListedPost> page = connector.posts(recording, account, listing, null, cursor);
                posts.addAll(page.items());
                cursor = page.next();
            } while (cursor != null);
        }
        return posts;
    }

    private int read(List<ListedPost> posts) {
        int read = 0;
        for (PostRoute route : connector.postRoutes()) {
            Map<String, List<PostRef>> kinds = posts.stream()
                    .map(ListedPost::ref)
                    .filter(ref -> route.takes(ref, scene.clock().instant()))
                    .collect(Collectors.groupingBy(PostRef::kind, LinkedHashMap::new, Collectors.toList()));
            for (List<PostRef> refs : kinds.values()) {
                for (int from = 0; from < refs.size(); from += route.batch()) {
                    List<PostRef> batch = refs.subList(from, Math.min(refs.size(), from + route.batch()));
                    read += connector
                            .readPosts(recording, account, route, batch, route.metrics())
                            .size();
                }
            }
        }
        return read;
    }
}
