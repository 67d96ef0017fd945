/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.util.function.Function;

/** One answer of an operation: what it is, the status it has, and how it is asked for. */
record Sample(String operation, String what, int status, Function<PilotStatusSimulator, Answer> call) {

    /** Asked with the key of the unofficial number; the request is method and path, the body may be null. */
    static Sample number(String operation, String what, int status, String request, String body) {
        return new Sample(operation, what, status, s -> ask(ApiClient.of(s), request, body));
    }

    static Sample number(String operation, String what, int status, String request) {
        return number(operation, what, status, request, null);
    }

    /** Asked with the key of the Meta number. */
    static Sample meta(String operation, String what, int status, String request, String body) {
        return new Sample(operation, what, status, s -> ask(ApiClient.ofMeta(s), request, body));
    }

    static Sample meta(String operation, String what, int status, String request) {
        return meta(operation, what, status, request, null);
    }

    /** Asked with the tenant key. */
    static Sample tenant(String operation, String what, int status, String request, String body) {
        return new Sample(operation, what, status, s -> ask(ApiClient.ofTenant(s), request, body));
    }

    static Sample tenant(String operation, String what, int status, String request) {
        return tenant(operation, what, status, request, null);
    }

    /** Asked without any key, which is refused. */
    static Sample nobody(String operation, String request, String body) {
        return new Sample(operation, "no key", 401, s -> ask(ApiClient.at(s.baseUrl()), request, body));
    }

    static Sample nobody(String operation, String request) {
        return nobody(operation, request, null);
    }

    private static Answer ask(ApiClient client, String request, String body) {
        String[] parts = request.split(" ", 2);
        return client.call(parts[0], parts[1], body == null ? null : body.replace('\'', '"'));
    }

    @Override
    public String toString() {
        return operation + ": " + what;
    }
}
