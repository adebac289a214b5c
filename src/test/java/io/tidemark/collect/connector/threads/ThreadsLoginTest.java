package io.tidemark.collect.connector.threads;

import static io.tidemark.collect.connector.graph.MetaScene.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.Browser;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login.App;
import io.tidemark.collect.connector.Login.Authorization;
import io.tidemark.collect.connector.Login.Grant;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.meta.MetaIds;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sign-in, from the page that asks to the account that it opens.
class ThreadsLoginTest {
    private static final URI BACK = URI.create("https://stats.example/oauth/threads/callback");
    private static final App APP = new App("4713", new Secret("secret-t"), BACK);
    private static final Authorization REQUEST = new Authorization("state-1", null);

    private final ThreadsScene scene = new ThreadsScene();
    private final Browser browser = new Browser();

    @BeforeEach
    void register() {
        scene.simulator.register("4713", "secret-t", BACK.toString());
    }

    @AfterEach
    void close() {
        scene.close();
        browser.close();
    }

    private Map<String, String> answer(String decision, Set<String> without) {
        return browser.answer(scene.login.authorization(APP, REQUEST), scene.account.externalId(), decision, without);
    }

    private String code() {
        Map<String, String> back = answer("allow", Set.of());
        assertThat(back).containsEntry("state", "state-1");
        return back.getOrDefault("code", "none");
    }

    private Grant redeem(App app, String code) {
        return scene.login.redeem(scene.tokenCalls(), app, REQUEST, code);
    }

    @Test
    void itOpensTheAccountThatSignsInForSixtyDays() {
        Grant grant = redeem(APP, code() + "#_");

        assertThat(grant.expiresAt()).isEqualTo(ThreadsScene.NOW.plus(Duration.ofDays(60)));
        assertThat(grant.renewal()).isNull();
        assertThat(grant.scopes())
                .as("Threads says nothing of them, so they are those that were asked for")
                .containsExactlyInAnyOrder("threads_basic", "threads_manage_insights");
        assertThat(scene.threads
                        .accounts(scene.api(grant.token().value()), null)
                        .items())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.account().externalId()).isEqualTo("9876543210123456789");
                    assertThat(found.key().handle()).isEqualTo("acme.shop");
                    assertThat(found.obstacle()).isNull();
                });
    }

    @Test
    void scopesHaveCommasAndTheAppIsThatOfThreads() {
        assertThat(scene.login.authorization(APP, REQUEST).getQuery())
                .contains("client_id=4713", "scope=threads_basic,threads_manage_insights", "state=state-1");
        assertThat(scene.login.traits().proofKey()).isFalse();
    }

    @Test
    void whoeverCancelsComesBackWithoutACode() {
        assertThat(answer("deny", Set.of()))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void withoutThePermissionForInsightsThereAreNoNumbers() {
        Grant grant = redeem(
                APP, answer("allow", Set.of("grant.threads_manage_insights")).getOrDefault("code", "none"));
        PostRoute route = scene.threads.postRoutes().getFirst();
        String post = MetaIds.media(scene.account.visible(ThreadsScene.NOW).getFirst());
        Api api = scene.api(grant.token().value());
        TrackedAccount account =
                scene.threads.accounts(api, null).items().getFirst().account();

        assertThat(fault(() -> scene.threads.readPosts(
                        api, account, route, List.of(new PostRef(post, "IMAGE", ThreadsScene.NOW)), route.metrics())))
                .isInstanceOf(Fault.NotPermitted.class);
        assertThat(scene.threads.readAccount(api, account)).satisfies(reading -> {
            assertThat(reading.key()).isEqualTo(account.key());
            assertThat(reading.levels().isEmpty()).isTrue();
            assertThat(reading.parts()).isEmpty();
        });
    }

    @Test
    void aCodeIsGoodOnceAndForHalfAMinute() {
        String code = code();
        redeem(APP, code);
        assertThat(fault(() -> redeem(APP, code))).isInstanceOf(Fault.SignInGone.class);
        String late = code();
        scene.clock.advance(Duration.ofMinutes(1));
        assertThat(fault(() -> redeem(APP, late))).isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void aWrongAppIsForWhoeverRunsTheServer() {
        String code = code();
        for (App wrong : List.of(
                new App("4713", new Secret("wrong"), BACK),
                new App("1", new Secret("secret-t"), BACK),
                new App("4713", new Secret("secret-t"), URI.create("https://other.example/")))) {
            assertThat(fault(() -> redeem(wrong, code))).isInstanceOf(Fault.Misconfigured.class);
        }
        assertThat(browser.page(scene.login.authorization(new App("1", new Secret("secret-t"), BACK), REQUEST)))
                .doesNotContain("<form");
    }

    @Test
    void theTokenIsRenewedOnceItIsADayOldAndAsLongAsItLives() {
        Grant grant = redeem(APP, code());
        assertThat(scene.login.renew(scene.tokenCalls(), APP, grant))
                .as("too young, so it stays")
                .isEqualTo(grant);
        scene.clock.advance(Duration.ofDays(50));
        assertThat(scene.login.renew(scene.tokenCalls(), APP, grant))
                .isNotNull()
                .satisfies(renewed -> {
                    assertThat(renewed.token()).isNotEqualTo(grant.token());
                    assertThat(renewed.expiresAt()).isEqualTo(ThreadsScene.NOW.plus(Duration.ofDays(110)));
                    assertThat(renewed.scopes()).isEqualTo(grant.scopes());
                });
        scene.clock.advance(Duration.ofDays(11));
        assertThat(fault(() -> scene.login.renew(scene.tokenCalls(), APP, grant)))
                .isInstanceOf(Fault.TokenExpired.class);
    }
}
