/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

/** One operation of the control API. */
@FunctionalInterface
interface ControlOperation {

    /**
     * Does it.
     *
     * @return what to answer, written as JSON
     * @throws IllegalArgumentException when the request makes no sense
     */
    Object answer(ControlCall call);
}
