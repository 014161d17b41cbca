package io.likewire.gateway.resources.files;

import io.likewire.contracts.problems.Refusal;

/** The rows of a file, one after the other. */
public interface RowReader {
    /**
     * The next row; null at the end.
     *
     * @throws Refusal where nobody can say what the rest of the file means
     */
    ImportRow next();
}
