package io.tidemark.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// What a server must offer before the schema can be put on it: a version that is new enough, and a login that can step
/// down to the application's role. Roles belong to the whole server, so the role may be there already.
final class Preflight {
    static final String APPLICATION_ROLE = "tidemark_app";

    /// Two programs that start at once may both find the role missing.
    private static final String CREATE_ROLE = """
            do $$
            begin
                create role tidemark_app nologin;
            exception when duplicate_object or unique_violation then
                raise notice 'the role is there already';
            end
            $$
            """;

    private static final int OLDEST = 16;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_AUTHORIZATION = "28";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String CONNECTION_TROUBLE = "08";

    private Preflight() {}

    /// @throws DatabaseUnusable saying what is missing and how to provide it
    static void check(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            requireVersion(connection);
            if (!answersYes(statement, "select exists (select from pg_roles where rolname = 'tidemark_app')")) {
                statement.execute(CREATE_ROLE);
            }
            if (!answersYes(statement, "select pg_has_role(current_user, 'tidemark_app', 'SET')")) {
                statement.execute("grant tidemark_app to current_user");
            }
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            throw new DatabaseUnusable("The database server is PostgreSQL " + major + ", and Tidemark needs " + OLDEST
                    + " or newer: use another server, or none and let Tidemark run its own.");
        }
    }

    private static boolean answersYes(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static DatabaseUnusable unusable(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return new DatabaseUnusable(
                    "The database login may not act as the role tidemark_app: let an administrator of the server run"
                            + " \"create role tidemark_app nologin\" unless the role exists, and"
                            + " \"grant tidemark_app to <the login>\", then try again.",
                    failure);
        }
        if (state.startsWith(INVALID_AUTHORIZATION)) {
            return new DatabaseUnusable(
                    "The database server refuses the login: check user and password in --database-url or in"
                            + " TIDEMARK_DATABASE_USER and TIDEMARK_DATABASE_PASSWORD.",
                    failure);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new DatabaseUnusable(
                    "There is no such database on the server: create it, for example with createdb, and try again.",
                    failure);
        }
        if (state.startsWith(CONNECTION_TROUBLE)) {
            return new DatabaseUnusable(
                    "The database server does not answer: check host and port in --database-url, and that it runs.",
                    failure);
        }
        return new DatabaseUnusable("The database cannot be used: " + failure.getMessage() + ".", failure);
    }
}
