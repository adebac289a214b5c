package io.tidemark.ledger.server;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The settings of the server, given on its command line, where no file in the data directory can change them.
final class ServerSettings {
    private static final long MEGABYTE = 1L << 20;

    private ServerSettings() {}

    static List<String> arguments(int port, ServerOptions options) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("port", Integer.toString(port));
        settings.putAll(closed());
        settings.putAll(durability(options.durable() ? "on" : "off"));
        settings.putAll(sizes(memoryBytes() / MEGABYTE));
        settings.putAll(options.settings());
        return settings.entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .toList();
    }

    /// Reachable from this machine alone, with a password.
    private static Map<String, String> closed() {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "password_encryption", "scram-sha-256",
                "TimeZone", "UTC",
                "log_timezone", "UTC",
                "log_line_prefix", "%m [%p] ",
                "log_checkpoints", "off",
                "jit", "off");
    }

    private static Map<String, String> durability(String onOrOff) {
        return Map.of("fsync", onOrOff, "full_page_writes", onOrOff, "synchronous_commit", onOrOff);
    }

    /// Small enough for a small machine: what is analysed is held as columns by Tidemark, not by the server.
    private static Map<String, String> sizes(long memory) {
        return Map.of(
                "shared_buffers", Math.clamp(memory / 16, 64, 512) + "MB",
                "effective_cache_size", Math.max(memory / 2, 256) + "MB",
                "work_mem", "16MB",
                "maintenance_work_mem", "128MB",
                "max_wal_size", "2GB",
                "random_page_cost", "1.1",
                "max_connections", "60");
    }

    private static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
