/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

import java.io.IOException;
import java.time.Duration;

/** Calls that go on for as long as they are asked for. */
@FunctionalInterface
public interface Load extends AutoCloseable {

    /**
     * Calls for that long, and waits for the calls that are under way then.
     *
     * @param time how long new calls are begun
     */
    Round play(Duration time) throws InterruptedException;

    @Override
    default void close() throws IOException {}
}
