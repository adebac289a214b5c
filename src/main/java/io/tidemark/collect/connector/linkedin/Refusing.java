package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import java.util.Set;
import java.util.function.Supplier;

/// Calls of one metric: where LinkedIn refuses such a call, it refuses the metric.
final class Refusing {
    private Refusing() {}

    static <T> T of(String metric, Supplier<T> call) {
        try {
            return call.get();
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.MetricRefused refused) {
                throw new CallFailed(new Fault.MetricRefused(refused.said(), Set.of(metric)), failed);
            }
            throw failed;
        }
    }
}
