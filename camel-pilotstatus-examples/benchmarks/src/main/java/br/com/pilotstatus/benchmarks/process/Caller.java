/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import br.com.pilotstatus.benchmarks.load.Load;

/** Calls the API; its load runs in its own process. */
public interface Caller extends Subject {

    Load start(Surroundings surroundings) throws Exception;
}
