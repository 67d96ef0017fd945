/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

/** One try of a call, under way or about to be. */
@FunctionalInterface
public interface CallTry {

    /** Ends it; what is known by now decides what became of it. One that has not begun begins no more. */
    void giveUp(AbandonReason reason);
}
