/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.support;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.Provider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Calls the simulator over a real socket as one caller. */
public final class ApiClient {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();

    private final String base;
    private final Map<String, String> headers;

    private ApiClient(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Without any key. */
    public static ApiClient at(String base) {
        return new ApiClient(base, Map.of());
    }

    /** With the key of the unofficial number. */
    public static ApiClient of(PilotStatusSimulator simulator) {
        return at(simulator.baseUrl()).with("x-api-key", simulator.apiKey());
    }

    /** With the key of the Meta number. */
    public static ApiClient ofMeta(PilotStatusSimulator simulator) {
        return at(simulator.baseUrl())
                .with("x-api-key", simulator.number(Provider.META).key().value());
    }

    /** With the tenant key. */
    public static ApiClient ofTenant(PilotStatusSimulator simulator) {
        return at(simulator.baseUrl()).with("x-api-key", simulator.accountKey());
    }

    public ApiClient with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new ApiClient(base, more);
    }

    public Answer send(String json) {
        return call("POST", "/messages/send", json);
    }

    /** Sends a plain text, for tests that are about something else; returns the id. */
    public String sendText(String to) {
        Answer answer = send("{\"destinationNumber\":\"" + to + "\",\"text\":\"Hello\"}");
        if (answer.status() != 202) {
            throw new IllegalStateException("Not accepted: " + answer);
        }
        return answer.body().get("id").textValue();
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer call(String method, String path, String json) {
        try {
            return tryCall(method, path, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer tryCall(String method, String path, String json) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(5))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        headers.forEach(request::header);
        if (json != null) {
            request.header("content-type", "application/json");
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** An answer; {@link #body()} parses it. */
    public record Answer(int status, String text, HttpResponse<String> response) {

        public JsonNode body() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String code() {
            return body().path("code").asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status + " " + text;
        }
    }

    /** A JSON object from names and values in turn. */
    public static String json(Object... namesAndValues) {
        var object = JSON.createObjectNode();
        for (Object[] pair : pairs(namesAndValues)) {
            object.set((String) pair[0], JSON.valueToTree(pair[1]));
        }
        return object.toString();
    }

    private static Object[][] pairs(Object[] all) {
        Object[][] pairs = new Object[all.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = Arrays.copyOfRange(all, 2 * i, 2 * i + 2);
        }
        return pairs;
    }
}
