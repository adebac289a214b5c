package io.tidemark.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tidemark.derive.Deriver;
import io.tidemark.journey.Chromium;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dashboard over a large business in a real browser, measured by the browser's own performance entries: first
/// content, a change of a filter, scrolling a list, and for how long anything is blocked.
final class BrowserStudy implements AutoCloseable {
    private static final long SEED = 20_261_101;
    private static final int VISITS = 5;
    private static final List<String> RANGES = List.of(
            "last_7_days", "last_90_days", "last_365_days", "this_month", "last_month", "last_quarter", "last_year");
    private static final List<String> LATER_RANGES = List.of(
            "this_week", "last_30_days", "this_quarter", "this_year", "last_week", "last_12_months", "yesterday");
    private static final int PERIODS = 200;
    private static final String CARDS =
            "document.querySelector('[data-testid=metric-cards]:not([aria-busy=true]) [data-testid=card-value]')";
    private static final String ROWS = "document.querySelector('[data-testid=posts-table] tbody td')";

    private final ServerProcess server;
    private final Chromium chromium = new Chromium();
    private final Study study = new Study();

    private BrowserStudy(ServerProcess server) {
        this.server = server;
    }

    /// @param arguments the number of posts (default 200000), then a file for the report
    public static void main(String[] arguments) throws IOException {
        int posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        Path directory = Path.of("target", "bench").toAbsolutePath().resolve("browser-" + System.nanoTime());
        Files.createDirectories(directory);
        try (DatabaseAccess access = DatabaseAccess.openAsOwner(directory, ServerOptions.defaults())) {
            fill(access.postgres(), posts);
            try (ServerProcess server = ServerProcess.start(directory, access.postgres());
                    BrowserStudy browser = new BrowserStudy(server)) {
                String report = browser.run(posts);
                if (arguments.length > 1) {
                    Files.writeString(Path.of(arguments[1]), report);
                }
            }
        }
    }

    private static void fill(PostgresAccess access, int posts) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
        try (Database database = Database.open(
                new DatabaseAddress(access.jdbcUrl(), access.user(), access.password()), Clock.systemUTC())) {
            long business = new Directory(database)
                    .createBusiness("Bench", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false)
                    .id();
            Loading loading =
                    new Loading(new Ledger(database, new Deriver()), business, new Workload(posts, SEED, end));
            loading.posts(0, posts);
            loading.accountDays();
        }
    }

    private String run(int posts) {
        study.title("In the browser, %,d posts".formatted(posts), "what", "median", "worst");
        String signedIn;
        try (BrowserContext context = context(null)) {
            signedIn = signIn(context);
        }
        visits("the overview", signedIn, "/dashboard/analytics", CARDS);
        filters("another period, soon after a start", RANGES, signedIn);
        new Endpoints(server.address(), server.token(), 1).periods(PERIODS);
        filters("another period, after %d others".formatted(PERIODS), LATER_RANGES, signedIn);
        visits("the list of posts", signedIn, "/dashboard/posts?range=all", ROWS);
        scrolling(signedIn);
        return study.text();
    }

    private BrowserContext context(@Nullable String signedIn) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(1280, 900);
        if (signedIn != null) {
            options.setStorageState(signedIn);
        }
        BrowserContext context = chromium.browser().newContext(options);
        context.addInitScript(watch());
        return context;
    }

    private String signIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(server.address().toString());
        page.getByLabel("E-mail").fill(ServerProcess.USER);
        page.getByLabel("Password").fill(ServerProcess.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForFunction("() => " + CARDS);
        return context.storageState();
    }

    /// Each visit with empty caches of the browser; the server is warm after the first.
    private void visits(String what, String signedIn, String path, String stands) {
        double[] paints = new double[VISITS];
        double[] contents = new double[VISITS];
        double[] blocked = new double[VISITS];
        double scripts = 0;
        for (int i = 0; i < VISITS; i++) {
            try (BrowserContext context = context(signedIn)) {
                Page page = context.newPage();
                page.navigate(server.address() + path);
                contents[i] = number(page, "watched.when(() => " + stands + ")");
                scripts = number(page, "watched.scripts()");
                paints[i] = number(page, "watched.paints['first-contentful-paint'] ?? NaN");
                page.waitForLoadState();
                blocked[i] = number(page, "watched.longest()");
            }
        }
        row(what + ": first paint", paints);
        row(what + ": its numbers stand there", contents);
        row(what + ": longest task while it loads", blocked);
        study.row(what + ": scripts until then, compressed", "%.0f kB".formatted(scripts / 1000), "");
    }

    /// Each period is asked for the first time.
    private void filters(String what, List<String> ranges, String signedIn) {
        double[] changes = new double[ranges.size()];
        double[] blocked = new double[ranges.size()];
        double[] interactions = new double[ranges.size()];
        try (BrowserContext context = context(signedIn)) {
            Page page = context.newPage();
            page.navigate(server.address() + "/dashboard/analytics");
            page.waitForFunction("() => " + CARDS);
            page.waitForLoadState();
            Locator period = page.getByLabel("Period", new Page.GetByLabelOptions().setExact(true));
            for (int i = 0; i < ranges.size(); i++) {
                String before = page.getByTestId("metric-cards").innerText();
                page.evaluate("watched.mark()");
                period.selectOption(ranges.get(i));
                changes[i] = number(
                        page,
                        "before => watched.when(() => " + CARDS
                                + " && document.querySelector('[data-testid=metric-cards]').innerText !== before)",
                        before);
                page.waitForLoadState();
                blocked[i] = number(page, "watched.longest()");
                interactions[i] = number(page, "watched.slowest()");
            }
        }
        row(what + ": its numbers stand there", changes);
        row(what + ": longest task", blocked);
        row(what + ": slowest interaction", interactions);
    }

    /// Down through the list by the page key, fast enough that rows have to be fetched.
    private void scrolling(String signedIn) {
        int pages = 40;
        try (BrowserContext context = context(signedIn)) {
            Page page = context.newPage();
            page.navigate(server.address() + "/dashboard/posts?range=all");
            page.waitForFunction("() => " + ROWS);
            page.evaluate("watched.mark()");
            page.getByLabel("Table of posts").focus();
            for (int i = 0; i < pages; i++) {
                page.keyboard().press("PageDown");
                page.evaluate("() => new Promise(requestAnimationFrame)");
            }
            row("%d screens down the list: longest task".formatted(pages), number(page, "watched.longest()"));
            row("%d screens down the list: slowest interaction".formatted(pages), number(page, "watched.slowest()"));
        }
    }

    private void row(String what, double... milliseconds) {
        study.row(
                what,
                Study.milliseconds(Study.quantile(milliseconds, 0.5)),
                Study.milliseconds(Study.quantile(milliseconds, 1)));
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double number(Page page, String expression, String argument) {
        return ((Number) page.evaluate(expression, argument)).doubleValue();
    }

    private static String watch() {
        try (InputStream in = Objects.requireNonNull(BrowserStudy.class.getResourceAsStream("/bench/watch.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
