/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import br.com.pilotstatus.benchmarks.load.Load;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The other end of a {@link WorkerProcess}. Starts the subject that is named, answers with one line, and plays a round for
 * each line it reads. Ends with its input, so that it does not outlive the one that started it.
 */
final class Worker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Worker() {}

    /** @param args class of the subject, and its surroundings as JSON */
    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        // What anybody prints must not come between the answers.
        System.setOut(System.err);
        Surroundings surroundings = JSON.readValue(args[1], Surroundings.class);
        try (Subject subject = Class.forName(args[0])
                        .asSubclass(Subject.class)
                        .getDeclaredConstructor()
                        .newInstance();
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Load load = null;
            if (subject instanceof Caller caller) {
                load = caller.start(surroundings);
                answer(answers, "ready");
            } else if (subject instanceof Receiver receiver) {
                answer(answers, receiver.start(surroundings));
            } else if (subject instanceof Sizing sizing) {
                answer(answers, sizing.measure(surroundings));
            }
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                answer(answers, load.play(Duration.parse(line)));
            }
        }
        // Whatever the subject left running.
        System.exit(0);
    }

    private static void answer(PrintStream answers, Object value) throws Exception {
        answers.println(JSON.writeValueAsString(value));
        answers.flush();
    }
}
