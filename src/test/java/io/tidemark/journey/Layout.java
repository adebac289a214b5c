package io.tidemark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/// How a page lies in its window.
final class Layout {
    /// Asks once a frame until it is so, at most five seconds. Asking from outside, as Playwright's `waitForFunction`
    /// does, would evaluate a text in the page again and again, which its content policy forbids.
    private static final String FITS = """
            () => new Promise(done => {
              const end = performance.now() + 5000;
              const look = () => {
                const fits = document.documentElement.scrollWidth <= innerWidth;
                if (fits || performance.now() > end) done(fits);
                else requestAnimationFrame(look);
              };
              look();
            })
            """;

    private Layout() {}

    /// Nothing is wider than the window; a chart follows the width a moment later.
    static void assertFits(Page page) {
        assertThat(page.evaluate(FITS)).as("fits its window: %s", page.url()).isEqualTo(true);
    }
}
