package io.tidemark.app;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.alert.AlertSettings;
import io.tidemark.collect.alert.Alerts;
import io.tidemark.collect.alert.Channel;
import io.tidemark.collect.alert.Letters;
import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connection.Logins;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.sync.Pause;
import io.tidemark.collect.sync.SyncSettings;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.Directory;
import io.tidemark.serve.report.Mailing;
import io.tidemark.tenancy.SealingKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What connections with platforms depend on besides the database.
///
/// @param directory where keys and settings are kept
/// @param platforms the sign-ins that there are, as the settings have them
/// @param pause between attempts at a call
/// @param sync how accounts are collected
/// @param simulated the settings of the demonstration, in the place of all others; null where platforms are real
record ConnectionSettings(
        Path directory,
        Map<String, String> environment,
        BiFunction<Apps, Clock, List<Login>> platforms,
        SecureRandom random,
        Pause pause,
        SyncSettings sync,
        @Nullable OperatorSettings simulated) {
    ConnectionSettings {
        environment = Map.copyOf(environment);
    }

    /// Of platforms that are simulated on a clock of our own.
    ConnectionSettings(
            Path directory,
            Map<String, String> environment,
            BiFunction<Apps, Clock, List<Login>> platforms,
            SecureRandom random,
            Pause pause) {
        this(directory, environment, platforms, random, pause, SyncSettings.DEFAULT.byOurClock(), null);
    }

    static ConnectionSettings of(Path directory, Map<String, String> environment) {
        return new ConnectionSettings(
                directory, environment, Platforms::all, new SecureRandom(), Pause.SLEEP, SyncSettings.DEFAULT, null);
    }

    /// The same, but that no platform is reached save those that other settings name.
    ConnectionSettings simulating(OperatorSettings others) {
        return new ConnectionSettings(directory, environment, platforms, random, pause, sync.byOurClock(), others);
    }

    SealingKeys keys() {
        return SealingKeys.of(directory.resolve("sealing.keys"), environment, random);
    }

    /// @throws CommandFailed where they cannot be read
    OperatorSettings settled() {
        if (simulated != null) {
            return simulated;
        }
        try {
            return OperatorSettings.read(directory.resolve("connections.properties"), environment);
        } catch (IOException | IllegalArgumentException problem) {
            throw new CommandFailed("The settings of platforms cannot be read: " + problem.getMessage(), problem);
        }
    }

    /// @throws CommandFailed where they cannot be read
    Apps apps() {
        return new Apps(settled());
    }

    /// @throws CommandFailed where the settings will not do
    Alerts alerts(Database database, Logins logins, Clock clock) {
        OperatorSettings settled = settled();
        Directory directory = new Directory(database);
        try {
            List<Channel> channels = new AlertSettings(settled).channels(directory::administrators);
            return new Alerts(
                    database, channels, settled.publicUrl().orElse(null), logins::title, logins::warnedBefore, clock);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed("The settings of alerts will not do: " + wrong.getMessage(), wrong);
        }
    }

    /// @throws CommandFailed where the settings will not do
    Mailing mailing() {
        Optional<Letters> letters = letters();
        Optional<String> publicUrl = settled().publicUrl();
        return new Mailing() {
            @Override
            public Optional<Letters> letters() {
                return letters;
            }

            @Override
            public Optional<String> publicUrl() {
                return publicUrl;
            }
        };
    }

    /// How mails reach people one by one; empty where no server for mails is set up.
    ///
    /// @throws CommandFailed where the settings will not do
    Optional<Letters> letters() {
        try {
            return new AlertSettings(settled()).letters();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed("The settings of alerts will not do: " + wrong.getMessage(), wrong);
        }
    }
}
