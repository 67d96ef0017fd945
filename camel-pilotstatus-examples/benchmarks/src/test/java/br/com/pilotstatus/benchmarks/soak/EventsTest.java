/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventsTest {

    @Test
    void someNumbersComeAgainAndTheBooksDoNotCountThemTwice() {
        Events events = new Events();
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            numbers.add(Events.number(EventLoad.ID_PREFIX + events.getAsLong()));
        }
        assertThat(numbers).hasSizeLessThan(5000).hasSize((int) events.different());
        assertThat(numbers.stream().filter(number -> number % 3 == 0)).hasSize((int) events.numbers(3));
    }
}
