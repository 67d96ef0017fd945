/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** The bounds that the figures are held to, from <code>floors.properties</code>. */
public final class Bounds {

    private static final String FILE = "/floors.properties";

    private Bounds() {}

    /** In the order of the figures' names. */
    public static List<Bound> read() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Bounds.class.getResourceAsStream(FILE)) {
            properties.load(file);
        }
        return new TreeSet<>(properties.stringPropertyNames())
                .stream()
                        .map(key -> Bound.of(key, properties.getProperty(key).trim()))
                        .toList();
    }
}
