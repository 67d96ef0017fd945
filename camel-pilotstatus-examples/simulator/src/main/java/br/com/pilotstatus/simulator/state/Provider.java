/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/** Who carries the messages of a number: Meta's Cloud API or the unofficial engine. */
public enum Provider {
    META,
    PILOT_STATUS
}
