package io.tidemark.app;

import io.tidemark.ledger.Business;
import java.util.function.Consumer;

/// The demonstration business.
@FunctionalInterface
interface DemoData {
    /// Collects it through the real pipeline, unless it is there.
    ///
    /// @param progress told, in words for a person, what is being done
    Business ensure(Core core, Consumer<String> progress);
}
