/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.client.EndedCall;

/**
 * Hears of every call that ended, before its route goes on. Called on threads that serve connections, by many at once, so
 * it must be quick and must not throw.
 */
@FunctionalInterface
interface CallObserver {

    void ended(EndedCall call);
}
