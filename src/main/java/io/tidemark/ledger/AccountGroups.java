package io.tidemark.ledger;

import io.tidemark.frame.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The groups that accounts stand in.
final class AccountGroups {
    /// The names of the groups of the account `a`.
    static final String OF_ACCOUNT = """
            array(select g.name from account_group g
                where g.business_id = :business and g.account_id = a.account_id order by g.name_key)""";

    private AccountGroups() {}

    static List<String> read(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /// One name for each group of the business.
    static List<String> all(Session session) {
        return session.statement("""
                select min(name) from account_group where business_id = :business group by name_key order by name_key
                """).query(String.class).list().stream()
                .map(String::valueOf)
                .toList();
    }

    /// Puts an account into these groups and no others.
    ///
    /// @return false where it stands in them already
    static boolean set(Session session, long accountId, List<String> names) {
        Map<String, String> wanted = new LinkedHashMap<>();
        names.forEach(name -> wanted.putIfAbsent(Names.key(name), Names.clean(name)));
        List<String> before = of(session, accountId);
        if (before.size() == wanted.size() && before.containsAll(wanted.values())) {
            return false;
        }
        session.statement("delete from account_group where business_id = :business and account_id = :account")
                .param("account", accountId)
                .update();
        wanted.forEach((key, name) -> session.statement("""
                insert into account_group (business_id, account_id, name_key, name)
                values (:business, :account, :key, :name)
                """)
                .param("account", accountId)
                .param("key", key)
                .param("name", name)
                .update());
        return true;
    }

    static List<String> of(Session session, long accountId) {
        return session.statement(
                        "select name from account_group where business_id = :business and account_id = :account"
                                + " order by name_key")
                .param("account", accountId)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
