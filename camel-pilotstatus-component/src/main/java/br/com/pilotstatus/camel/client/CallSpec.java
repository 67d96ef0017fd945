/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.util.List;
import java.util.stream.Stream;

/** What an entry of the table of calls consists of; built step by step so that an entry reads like a sentence. */
record CallSpec(
        HttpMethod method,
        String path,
        KeyScope keyScope,
        Answer answer,
        Parameter subject,
        List<Parameter> others,
        boolean message,
        boolean irreversibly) {

    static CallSpec get(String path) {
        return of(HttpMethod.GET, path);
    }

    static CallSpec post(String path) {
        return of(HttpMethod.POST, path);
    }

    static CallSpec patch(String path) {
        return of(HttpMethod.PATCH, path);
    }

    static CallSpec delete(String path) {
        return of(HttpMethod.DELETE, path);
    }

    private static CallSpec of(HttpMethod method, String path) {
        return new CallSpec(method, path, KeyScope.ANY, Answer.json(), null, List.of(), false, false);
    }

    CallSpec scope(KeyScope scope) {
        return new CallSpec(method, path, scope, answer, subject, others, message, irreversibly);
    }

    CallSpec answers(Class<?> type) {
        return new CallSpec(method, path, keyScope, Answer.of(type), subject, others, message, irreversibly);
    }

    CallSpec answersList(Class<?> type, String container) {
        Answer list = Answer.listOf(type, container);
        return new CallSpec(method, path, keyScope, list, subject, others, message, irreversibly);
    }

    CallSpec subject(Parameter parameter) {
        return new CallSpec(method, path, keyScope, answer, parameter, others, message, irreversibly);
    }

    CallSpec takes(Parameter... parameters) {
        return new CallSpec(method, path, keyScope, answer, subject, List.of(parameters), message, irreversibly);
    }

    CallSpec takesMessage() {
        return new CallSpec(method, path, keyScope, answer, subject, others, true, irreversibly);
    }

    CallSpec irreversible() {
        return new CallSpec(method, path, keyScope, answer, subject, others, message, true);
    }

    List<Parameter> parameters() {
        return Stream.concat(Stream.ofNullable(subject), others.stream()).toList();
    }
}
