/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an entry of the table of calls consists of; built step by step so that an entry reads like a sentence. Belongs to
 * its entry alone, and is not changed once that stands.
 */
final class CallSpec {

    final HttpMethod method;
    final String path;
    KeyScope keyScope = KeyScope.ANY;
    Answer answer = Answer.json();
    Parameter subject;
    CallRule rule = CallRule.NONE;
    CallRule guard = CallRule.NONE;
    boolean message;
    boolean irreversible;
    boolean open;
    private List<Parameter> others = List.of();

    private CallSpec(HttpMethod method, String path) {
        this.method = method;
        this.path = path;
    }

    static CallSpec get(String path) {
        return new CallSpec(HttpMethod.GET, path);
    }

    static CallSpec post(String path) {
        return new CallSpec(HttpMethod.POST, path);
    }

    static CallSpec put(String path) {
        return new CallSpec(HttpMethod.PUT, path);
    }

    static CallSpec patch(String path) {
        return new CallSpec(HttpMethod.PATCH, path);
    }

    static CallSpec delete(String path) {
        return new CallSpec(HttpMethod.DELETE, path);
    }

    /** A call of a path that the route names. */
    static CallSpec freePath(HttpMethod method) {
        return new CallSpec(method, null).answers(Object.class).takesMore();
    }

    CallSpec scope(KeyScope scope) {
        keyScope = scope;
        return this;
    }

    CallSpec answers(Class<?> type) {
        answer = Answer.of(type);
        return this;
    }

    CallSpec answersList(Class<?> type, String container) {
        answer = Answer.listOf(type, container);
        return this;
    }

    /** One page of a list, chosen by the parameters <code>page</code> and <code>pageSize</code>. */
    CallSpec answersPage(Class<?> type, String container) {
        answer = Answer.pageOf(type, container);
        return this;
    }

    CallSpec subject(Parameter parameter) {
        subject = parameter;
        return this;
    }

    CallSpec takes(Parameter... parameters) {
        others = List.of(parameters);
        return this;
    }

    CallSpec takesMessage() {
        message = true;
        return this;
    }

    /** The body may have fields that the table does not name. */
    CallSpec takesMore() {
        open = true;
        return this;
    }

    CallSpec checkedBy(CallRule check) {
        rule = check;
        return this;
    }

    /** A rule that keeps from harm, and is not for the service to judge. */
    CallSpec guardedBy(CallRule check) {
        guard = check;
        return this;
    }

    CallSpec irreversible() {
        irreversible = true;
        return this;
    }

    List<Parameter> parameters() {
        return Stream.concat(Stream.ofNullable(subject), others.stream()).toList();
    }
}
