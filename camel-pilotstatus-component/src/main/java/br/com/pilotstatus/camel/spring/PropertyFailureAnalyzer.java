/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in place of a stack trace why a property kept the application from starting. */
final class PropertyFailureAnalyzer extends AbstractFailureAnalyzer<PropertyFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PropertyFailure cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
