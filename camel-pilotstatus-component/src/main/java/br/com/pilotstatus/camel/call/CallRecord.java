/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.error.PilotStatusException;

/** What is written down of one call outside of the exchange, before it is made and when it has ended. */
public interface CallRecord {

    /** Writes nothing. */
    CallRecord NONE = new CallRecord() {};

    /** The call has its place and is about to be made; when this throws, it is not. */
    default void claim() {}

    /** The service took it; the id may be null. */
    default void accepted(String messageId) {}

    /** It was made, and failed. */
    default void failed(PilotStatusException failure) {}
}
