/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The simulator in a process of its own, so that what is measured here is the component alone. */
final class SimulatorProcess implements AutoCloseable {

    private static final String READY = "Ready.";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private String origin;
    private String apiKey;

    SimulatorProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "br.com.pilotstatus.simulator.SimulatorMain",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            if (line.contains("control API")) {
                origin = line.substring(line.indexOf("http"), line.indexOf("/_sim"));
            } else if (line.contains("(PILOT_STATUS), key ")) {
                apiKey = line.substring(line.lastIndexOf(' ') + 1);
            }
            line = output.readLine();
        }
        if (line == null || origin == null || apiKey == null) {
            process.destroyForcibly();
            throw new IOException("The simulator did not start");
        }
    }

    String baseUrl() {
        return origin + "/v1";
    }

    /** The key of the number that sends. */
    String apiKey() {
        return apiKey;
    }

    /** Lets every answer come so late. */
    void delay(Duration delay) throws Exception {
        String rule = "{\"fault\":{\"kind\":\"delay\",\"millis\":" + delay.toMillis() + "}}";
        control(HttpRequest.newBuilder(URI.create(origin + "/_sim/faults"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(rule)));
    }

    /** What the control API says. */
    JsonNode get(String path) throws Exception {
        return control(HttpRequest.newBuilder(URI.create(origin + "/_sim" + path)));
    }

    private JsonNode control(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The simulator answered " + response.statusCode() + ": " + response.body());
        }
        return new ObjectMapper().readTree(response.body());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
