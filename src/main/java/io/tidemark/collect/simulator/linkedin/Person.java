package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.World;

/// Who signs in: the first person of the world, or one without an account of their own. They have a part in all
/// pages.
record Person(String urn, String firstName, String lastName, String vanityName) {
    static final String URN = "urn:li:person:";

    private static final Person NOBODY_KNOWN = new Person(URN + "t1deMark", "Olivia", "Operator", "olivia-operator");

    static Person of(World world) {
        return world.accounts().stream()
                .filter(account -> account.externalId().startsWith(URN))
                .findFirst()
                .map(account -> {
                    String[] names = account.name().split(" ", 2);
                    return new Person(
                            account.externalId(), names[0], names.length > 1 ? names[1] : "", account.handle());
                })
                .orElse(NOBODY_KNOWN);
    }

    String id() {
        return urn.substring(URN.length());
    }

    String name() {
        return (firstName + " " + lastName).strip();
    }
}
