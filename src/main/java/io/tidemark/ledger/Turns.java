package io.tidemark.ledger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Whose turn to be collected is when: an agenda that all processes on the database work on together.
public final class Turns {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("turn");

    private final Door door;
    private final Directory directory;
    private final LiveAccounts accounts;
    private final Clock clock;
    private final SchedulerClient agenda;

    public Turns(Database database) {
        door = new Door(database);
        directory = new Directory(database);
        accounts = new LiveAccounts(database);
        clock = database.clock();
        agenda = SchedulerClient.Builder.create(database.application())
                .tableName(JobScheduler.TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    /// An account of a business, as the agenda names it.
    record Turn(long businessId, long accountId) {
        static Turn of(String id) {
            int slash = id.indexOf('/');
            return new Turn(Long.parseLong(id, 0, slash, 10), Long.parseLong(id, slash + 1, id.length(), 10));
        }

        String id() {
            return businessId + "/" + accountId;
        }
    }

    /// An account's turn is now: it was chosen, or may be collected again.
    public void soon(long businessId, long accountId) {
        add(new Turn(businessId, accountId), clock.instant());
    }

    /// Puts on the agenda whatever is to be collected and is not on it: accounts that were connected, resumed
    /// or given up by a process that died.
    public void complete() {
        Instant now = clock.instant();
        Set<String> known = new HashSet<>(door.inDirectory(() -> door.sql()
                .sql("select task_instance from scheduled_task where task_name = ?")
                .param(TASK.getTaskName())
                .query(String.class)
                .list()));
        for (Business business : directory.businesses()) {
            accounts.due(business.id(), now).stream()
                    .map(account -> new Turn(business.id(), account))
                    .filter(turn -> !known.contains(turn.id()))
                    .forEach(turn -> add(turn, now));
        }
    }

    private void add(Turn turn, Instant now) {
        agenda.schedule(TASK.instance(turn.id()).build(), now, SchedulerClient.ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }
}
