/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hears of every span, as a collector would. */
class Spans implements SpanProcessor {

    final Set<String> names = ConcurrentHashMap.newKeySet();

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        names.add(span.getName());
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Its name is known already.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
