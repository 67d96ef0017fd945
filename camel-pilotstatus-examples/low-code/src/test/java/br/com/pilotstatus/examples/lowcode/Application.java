/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.lowcode;

import java.io.File;
import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application in a process of its own, which can be killed. Its directories and its log lie in one directory. */
final class Application implements AutoCloseable {

    private static final HttpClient OFFICE = HttpClient.newBuilder()
            .authenticator(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("office", "change-me".toCharArray());
                }
            })
            .build();

    private final Path directory;
    private final Map<String, String> properties;
    private final int port;
    private Process process;

    /** @param properties in the place of those of application.properties */
    Application(Path directory, Map<String, String> properties) throws IOException {
        this.directory = directory;
        this.properties = properties;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    Application start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dcamel.server.port=" + port));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath(), "org.apache.camel.main.Main"));
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        return this;
    }

    /** The YAML files, and what the build says that they need at run time. */
    private static String classPath() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        return target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("runtime.classpath")).strip();
    }

    /** Ends it as a power failure would (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int port() {
        return port;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    Path log() {
        return file("application.log");
    }

    /** Whether it has written this, in plain letters, into its log. */
    boolean hasLogged(String text) throws IOException {
        return Files.exists(log())
                && Files.readString(log(), StandardCharsets.ISO_8859_1).contains(text);
    }

    /** Puts a CSV file where campaigns are read from, in one step. */
    void campaign(String name, String csv) throws IOException {
        Path written = Files.writeString(file(name + ".part"), csv, StandardCharsets.UTF_8);
        Files.createDirectories(file("contacts"));
        Files.move(written, file("contacts").resolve(name));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return OFFICE.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return OFFICE.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** What somebody gets who does not say who he is. */
    int statusForStrangers(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(path).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
