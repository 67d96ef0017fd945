/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

/** Addresses that answers have to give where nobody listens. */
public final class DeadLink {

    private DeadLink() {}

    /** An address below a host in {@code .invalid}, the domain that never resolves. */
    public static String to(String host, String path) {
        return "https://" + host + ".simulator.invalid/" + path;
    }
}
