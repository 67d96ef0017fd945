/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import java.util.Map;

/** Measures once what something needs. */
public interface Sizing extends Subject {

    /** Figures by name, such as <code>heap-mb</code>, whose last part is the unit. */
    Map<String, Double> measure(Surroundings surroundings) throws Exception;
}
