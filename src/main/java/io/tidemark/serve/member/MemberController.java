package io.tidemark.serve.member;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.DuplicateName;
import io.tidemark.ledger.Member;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.tenancy.Emails;
import io.tidemark.tenancy.FirstPasswords;
import io.tidemark.tenancy.Registry;
import io.tidemark.words.Refusal;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The members of a business. Every member sees them; owners and administrators change them.
@RestController
@RequestMapping("/api/v1/members")
final class MemberController {
    private static final Sentence JUST_ADDED = Sentence.of("member_just_added", "{email} was just added: try again.");
    private static final Sentence OWNERS_ONLY =
            Sentence.of("owners_say_members", "Only owners of the business say who its members are: ask one of them.");
    private static final Sentence LAST_OWNER =
            Sentence.of("last_owner", "A business keeps an owner: make somebody else an owner first.");
    private static final Sentence MEMBER_EXISTS = Sentence.of("member_exists", "{email} is a member already.");

    private static final int LONGEST_EMAIL = 254;

    private final Access access;
    private final Members members;
    private final Registry registry;
    private final FirstPasswords passwords;
    private final JsonMapper json;

    MemberController(Access access, Members members, Registry registry, FirstPasswords passwords, JsonMapper json) {
        this.access = access;
        this.members = members;
        this.registry = registry;
        this.passwords = passwords;
        this.json = json;
    }

    /// @param administrators see every business, members or not
    /// @param manages whether the caller may change members
    record Listing(List<Member> members, List<String> administrators, boolean manages) {}

    /// @param password with which somebody who is new signs in first, told this once; null for who was known
    record Added(Member member, @Nullable String password) {
        @Override
        public String toString() {
            return "Added[" + member + "]";
        }
    }

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = business(caller, request);
        return new Listing(members.all(business), members.administrators(), manages(caller, business));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Added> add(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = managed(caller, request);
        Body body = Body.of(request, json, Set.of("email", "role"));
        String email = email(body);
        Member.Role role = role(body).orElse(Member.Role.MEMBER);
        Optional<User> known = registry.findUser(email);
        FirstPasswords.Made made = known.isPresent() ? null : passwords.make();
        User user = known.or(() -> created(email, made)).orElseThrow();
        if (!members.add(business, user.id(), role)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "member_exists",
                            MEMBER_EXISTS.said(Map.of("email", Value.name(email))))
                    .with("member", "email")
                    .exception();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Added(new Member(user.id(), email, role), made == null ? null : made.password()));
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Member change(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = managed(caller, request);
        long user = Parameters.id("user_id", id);
        Body body = Body.of(request, json, Set.of("role"));
        Member.Role role = role(body).orElseThrow(() -> body.missing("role"));
        done(members.change(business, user, role), user);
        return members.find(business, user).orElseThrow(() -> Thing.MEMBER.notFound(user));
    }

    /// Members may also leave by themselves.
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long user = Parameters.id("user_id", id);
        long business = user == caller.id() ? business(access.person(caller), request) : managed(caller, request);
        done(members.remove(business, user), user);
        return ResponseEntity.noContent().build();
    }

    private Optional<User> created(String email, FirstPasswords.@Nullable Made made) {
        if (made == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(registry.createUser(email, made.hash()));
        } catch (DuplicateName ignored) {
            // Somebody else added them at the same time; the password is not theirs.
            throw Problem.of(HttpStatus.CONFLICT, "member_exists", JUST_ADDED.said(Map.of("email", Value.name(email))))
                    .exception();
        }
    }

    private static String email(Body body) {
        String typed = body.text("email", LONGEST_EMAIL).orElseThrow(() -> body.missing("email"));
        try {
            return Emails.normal(typed);
        } catch (Refusal bad) {
            throw Body.bad("email", bad.said());
        }
    }

    private static Optional<Member.Role> role(Body body) {
        return body.oneOf("role", Member.Role::find, Member.Role.keys());
    }

    private long business(User caller, HttpServletRequest request) {
        Business business = access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
        return business.id();
    }

    private long managed(User caller, HttpServletRequest request) {
        long business = business(access.person(caller), request);
        if (!manages(caller, business)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "owners_only", OWNERS_ONLY.said())
                    .exception();
        }
        return business;
    }

    private boolean manages(User caller, long business) {
        return !caller.isProgram()
                && (caller.administrator()
                        || members.find(business, caller.id())
                                .filter(member -> member.role() == Member.Role.OWNER)
                                .isPresent());
    }

    private static void done(Members.Outcome outcome, long user) {
        switch (outcome) {
            case DONE -> {}
            case UNKNOWN -> throw Thing.MEMBER.notFound(user);
            case LAST_OWNER ->
                throw Problem.of(HttpStatus.CONFLICT, "last_owner", LAST_OWNER.said())
                        .exception();
        }
    }
}
