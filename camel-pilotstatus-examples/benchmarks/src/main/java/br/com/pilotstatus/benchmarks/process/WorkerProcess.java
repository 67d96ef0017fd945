/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.load.Round;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** A subject in a process of its own. Not of several threads. */
public final class WorkerProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChildProcess process;
    private final Load load;
    private final AutoCloseable driver;

    private WorkerProcess(ChildProcess process, Load load, AutoCloseable driver) {
        this.process = process;
        this.load = load;
        this.driver = driver;
    }

    /** Starts a caller and waits until it is ready. */
    public static WorkerProcess caller(Class<? extends Caller> subject, Surroundings surroundings) throws IOException {
        ChildProcess process = start(subject, surroundings);
        process.read();
        return new WorkerProcess(process, time -> order(process, time), () -> {});
    }

    /**
     * Starts a receiver and waits until it is ready.
     *
     * @param sender makes the load that sends events to a URL
     */
    public static WorkerProcess receiver(
            Class<? extends Receiver> subject, Surroundings surroundings, Function<String, Load> sender)
            throws IOException {
        ChildProcess process = start(subject, surroundings);
        Load events = sender.apply(JSON.readValue(process.read(), String.class));
        return new WorkerProcess(process, time -> play(process, events, time), events);
    }

    private static Round play(ChildProcess process, Load events, Duration time) throws InterruptedException {
        Duration before = process.processorTime();
        Round round = events.play(time);
        return round.with(process.processorTime().minus(before).toNanos());
    }

    /** Figures by name. */
    public static Map<String, Double> measure(Class<? extends Sizing> subject, Surroundings surroundings)
            throws IOException {
        try (ChildProcess process = start(subject, surroundings)) {
            return JSON.readValue(process.read(), new TypeReference<>() {});
        }
    }

    private static ChildProcess start(Class<? extends Subject> subject, Surroundings surroundings) throws IOException {
        return new ChildProcess(Worker.class.getName(), subject.getName(), JSON.writeValueAsString(surroundings));
    }

    private static Round order(ChildProcess process, Duration time) {
        try {
            process.write(time.toString());
            return JSON.readValue(process.read(), Round.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its process plays, or what is played to it; processor time is that of its process. */
    public Load load() {
        return load;
    }

    @Override
    public void close() throws Exception {
        try (process) {
            driver.close();
        }
    }
}
