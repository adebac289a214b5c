package io.tidemark.serve.connections;

import io.tidemark.ledger.Connection;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/// What requests about connections have in common.
final class ConnectionRequests {
    private final Access access;
    private final ConnectionDesk desk;

    ConnectionRequests(Access access, ConnectionDesk desk) {
        this.access = access;
        this.desk = desk;
    }

    /// A connection of a business that the caller may see.
    record Named(long businessId, Connection connection) {}

    long business(User caller, HttpServletRequest request) {
        return business(caller, Parameters.of(request, Set.of("business_id")).businessId());
    }

    /// @throws ProblemException 404 where it is none of the caller's
    long business(User caller, long businessId) {
        return access.business(caller, businessId).id();
    }

    boolean maySee(User caller, long businessId) {
        return access.visible(caller).contains(businessId);
    }

    Named connection(User caller, HttpServletRequest request, String id) {
        long business = business(caller, request);
        return new Named(business, connection(business, Parameters.id("connection_id", id)));
    }

    Connection connection(long business, long id) {
        return desk.find(business, id).orElseThrow(() -> Thing.CONNECTION.notFound(id));
    }
}
