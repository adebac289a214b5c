package io.tidemark.serve.export;

/// An export that failed after its beginning had been sent. It must reach the web server, which then closes the
/// connection without ending the answer: whoever reads it knows that it is not whole.
public final class BrokenExport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenExport(Throwable cause) {
        super("The export broke off: " + cause.getMessage(), cause);
    }
}
