package io.tidemark.app;

import io.tidemark.serve.Answers;
import io.tidemark.serve.Imports;
import io.tidemark.serve.Records;
import io.tidemark.tenancy.Registry;

/// What is kept, as an opened whole: the database behind it is let go when it is closed.
interface Store extends AutoCloseable {
    Registry registry();

    Records records();

    Imports imports();

    Answers answers();

    @Override
    void close();
}
