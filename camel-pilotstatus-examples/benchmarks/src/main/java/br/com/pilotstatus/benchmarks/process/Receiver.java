/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

/** Receives events, which come from another process. */
public interface Receiver extends Subject {

    /** Serves until it is closed. Returns the URL that events go to. */
    String start(Surroundings surroundings) throws Exception;
}
