/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/** Connection state of a number, as the API names it. */
public enum NumberState {
    OPEN,
    CONNECTING,
    CLOSE
}
