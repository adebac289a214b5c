package io.tidemark.collect.sync;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.tidemark.journey.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person at Bluesky's own page, and where it sends them back to.
final class Consenting implements AutoCloseable {
    private static final Pattern SIGN_IN = Pattern.compile("^(Sign in|Next|Continue)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGREE = Pattern.compile("^(Authorize|Accept|Allow)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENY = Pattern.compile("^(Deny access|Deny|Cancel)$", Pattern.CASE_INSENSITIVE);

    private final Chromium chromium = new Chromium();
    private final BlockingQueue<URI> arrived = new LinkedBlockingQueue<>();
    private final HttpServer back;

    Consenting() throws IOException {
        back = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        back.createContext("/oauth/", exchange -> {
            arrived.add(exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        back.start();
    }

    URI redirect() {
        return URI.create("http://127.0.0.1:" + back.getAddress().getPort() + "/oauth/bluesky_oauth/callback");
    }

    /// Signs in and agrees, or does not.
    ///
    /// @return what the person is sent back with
    Map<String, String> answer(URI away, String password, boolean agrees) throws InterruptedException {
        try (BrowserContext someone = chromium.browser().newContext()) {
            Page page = someone.newPage();
            page.navigate(away.toString());
            Locator field = page.locator("input[type=password]");
            field.fill(password);
            button(page, SIGN_IN).click();
            button(page, agrees ? AGREE : DENY).click();
            URI answer = arrived.poll(1, TimeUnit.MINUTES);
            if (answer == null) {
                throw new AssertionError("Nobody was sent back from:\n" + page.innerText("body"));
            }
            return Arrays.stream(answer.getRawQuery().split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Override
    public void close() {
        back.stop(0);
        chromium.close();
    }
}
