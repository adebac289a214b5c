package io.tidemark.collect.sync;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Price;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A connector whose reading calls are recorded.
record RecordedConnector(Connector connector, Recorder recorder) implements Connector {
    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return recorder.call(
                Asked.posts(connector, account, listing, since, cursor),
                () -> connector.posts(api, account, listing, since, cursor),
                Mapped::of);
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return recorder.call(
                Asked.numbers(connector, account, route, posts, metrics),
                () -> connector.readPosts(api, account, route, posts, metrics),
                Mapped::of);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        return recorder.call(Asked.account(connector, account), () -> connector.readAccount(api, account), Mapped::of);
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        return recorder.call(
                Asked.days(connector, account, route, from, to, metrics),
                () -> connector.readDays(api, account, route, from, to, metrics),
                Mapped::of);
    }

    @Override
    public String key() {
        return connector.key();
    }

    @Override
    public Platform platform() {
        return connector.platform();
    }

    @Override
    public URI base() {
        return connector.base();
    }

    @Override
    public URI base(Login.@Nullable Place place) {
        return connector.base(place);
    }

    @Override
    public Traits traits() {
        return connector.traits();
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        return connector.accounts(api, cursor);
    }

    @Override
    public List<Listing> listings() {
        return connector.listings();
    }

    @Override
    public List<PostRoute> postRoutes() {
        return connector.postRoutes();
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return connector.dayRoutes();
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return connector.fault(response);
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return connector.allowances(response, now);
    }

    @Override
    public List<Price> prices() {
        return connector.prices();
    }

    @Override
    public List<String> billed(ApiResponse response) {
        return connector.billed(response);
    }

    @Override
    public PictureHosts pictureHosts() {
        return connector.pictureHosts();
    }

    @Override
    public Map<URI, URI> pictures(Api api, Collection<URI> names) {
        return connector.pictures(api, names);
    }
}
