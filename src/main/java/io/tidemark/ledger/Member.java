package io.tidemark.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Somebody who may see a business.
public record Member(long userId, String email, Role role) {
    /// What a member may do beside working with the numbers and the settings.
    public enum Role {
        /// Says who is a member, and may end the keys of others.
        OWNER,
        MEMBER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Role> find(String key) {
            return Arrays.stream(values())
                    .filter(role -> role.key().equals(key))
                    .findFirst();
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Role::key).toList();
        }
    }
}
