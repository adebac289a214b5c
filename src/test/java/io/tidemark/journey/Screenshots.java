package io.tidemark.journey;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// Pictures of whole pages, to be looked at: where `-Dscreenshots` asks for them, since they take longer than what is
/// tested on them.
final class Screenshots {
    private static final Path DIRECTORY = Path.of("target", "screenshots");

    private Screenshots() {}

    static void take(Page page, String name) {
        if (System.getProperty("screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(DIRECTORY.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }
}
