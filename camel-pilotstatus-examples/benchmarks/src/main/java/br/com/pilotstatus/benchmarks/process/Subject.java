/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

/** Something that is measured: a {@link Caller}, a {@link Receiver} or a {@link Sizing}. Has a constructor without parameters. */
public interface Subject extends AutoCloseable {

    /** Ends it. Its process ends soon after, so what the process frees may stay. */
    @Override
    default void close() throws Exception {}
}
