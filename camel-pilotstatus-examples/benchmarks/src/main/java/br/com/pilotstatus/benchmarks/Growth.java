/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.growth.EndpointGrowth;
import br.com.pilotstatus.benchmarks.growth.KeyGrowth;
import br.com.pilotstatus.benchmarks.growth.OldKeys;
import br.com.pilotstatus.benchmarks.growth.RecipientGrowth;
import br.com.pilotstatus.benchmarks.growth.ThreadGrowth;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.benchmarks.process.WorkerProcess;
import java.io.IOException;
import java.util.Map;

/** What more of something costs. */
enum Growth {
    ENDPOINTS("Endpoints", EndpointGrowth.class),
    RECIPIENTS("Recipients of one `to`", RecipientGrowth.class),
    THREADS("Threads by calls under way", ThreadGrowth.class),
    KEYS("Keys remembered in memory", KeyGrowth.class),
    CLEANING("Events while old keys are forgotten", OldKeys.class);

    private final String title;
    private final Class<? extends Sizing> sizing;

    Growth(String title, Class<? extends Sizing> sizing) {
        this.title = title;
        this.sizing = sizing;
    }

    String title() {
        return title;
    }

    Class<? extends Sizing> sizing() {
        return sizing;
    }

    /** Figures by name, measured in a process of its own. */
    Map<String, Double> measure(Surroundings surroundings) throws IOException {
        return WorkerProcess.measure(sizing, surroundings);
    }
}
