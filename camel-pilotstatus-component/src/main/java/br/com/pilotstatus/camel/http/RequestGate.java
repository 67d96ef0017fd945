/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Stands before the bodies of requests to one path: decides by the head whether one is read at all, and bounds it in size
 * and time. Asked on threads that must not wait. Safe for concurrent use.
 */
public interface RequestGate {

    /** Why a body was not read to its end. */
    enum Trouble {
        TOO_LARGE,
        TOO_SLOW,
        /** It does not say how long it is, where only what says so can be bounded. */
        NO_LENGTH,
        /** The sender went away, or sent what cannot be read. */
        BROKEN
    }

    /** What a request is answered by its head alone; empty when its body is to be read. */
    Optional<FixedAnswer> refusal(RequestHead head);

    /** What a request is answered whose body was not read to its end. */
    FixedAnswer answer(Trouble trouble);

    /** The size in bytes of the largest body. */
    int maxBodySize();

    /** How long a body may take. */
    Duration bodyTimeout();
}
