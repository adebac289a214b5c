package io.tidemark.serve.http;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.tenancy.Registry;
import io.tidemark.words.Sentence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// What a signed-in caller may see.
public final class Access {
    private static final Sentence PEOPLE_ONLY =
            Sentence.of("people_only", "A key does not do this: sign in, or send a token of your own.");

    private final Registry registry;

    public Access(Registry registry) {
        this.registry = registry;
    }

    /// Numbers of all that the caller may see.
    public Set<Long> visible(User caller) {
        return businesses(caller).stream().map(Business::id).collect(Collectors.toSet());
    }

    /// All that the caller may see.
    public List<Business> businesses(User caller) {
        return registry.businessesOf(caller);
    }

    /// The business, if the caller is a member of it.
    ///
    /// @throws ProblemException 404 when it does not exist or is none of the caller's
    public Business business(User caller, long businessId) {
        if (!registry.maySee(caller, businessId)) {
            throw Problem.businessNotFound(businessId).exception();
        }
        return registry.findBusiness(businessId)
                .orElseThrow(() -> Problem.businessNotFound(businessId).exception());
    }

    /// The caller, if it is a person: a program with a key changes nothing about who may call.
    ///
    /// @throws ProblemException 403 for a program
    public User person(User caller) {
        if (caller.isProgram()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "people_only", PEOPLE_ONLY.said())
                    .exception();
        }
        return caller;
    }
}
