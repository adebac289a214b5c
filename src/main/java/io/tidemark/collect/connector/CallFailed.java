package io.tidemark.collect.connector;

/// A call brought nothing.
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public CallFailed(Fault fault) {
        super(fault.said().english());
        this.fault = fault;
    }

    public CallFailed(Fault fault, Throwable cause) {
        super(fault.said().english(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
