/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.lowcode;

import java.nio.file.Files;
import java.nio.file.Path;

/** Shows the application at work, among real systems on this machine, and judges it: ends with 0 only if all of it happened. */
public final class Demo {

    private Demo() {}

    /** @param arguments the directory to work in, which is made anew */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "demo-");
        System.out.println("YAML files at work; the log is " + directory.resolve("application.log"));
        try (Stories stories = new Stories(directory, told -> System.out.println("  -> " + told))) {
            stories.campaign();
            stories.unreadable();
            stories.undecided();
            stories.menu();
            stories.mail();
            stories.order();
            stories.states();
            System.out.println("All of it happened.");
        } catch (Exception | AssertionError e) {
            System.out.println("It did not all happen: " + e.getMessage());
            System.exit(1);
        }
    }
}
