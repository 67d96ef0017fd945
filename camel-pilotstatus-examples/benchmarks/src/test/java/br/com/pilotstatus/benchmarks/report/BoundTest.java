/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {

    @ParameterizedTest
    @CsvSource({
        "a.floor,   0.5, 0.5, false",
        "a.floor,   0.5, 0.4, true",
        "a.ceiling, 0.5, 0.5, false",
        "a.ceiling, 0.5, 0.6, true",
        "a.floor,   0.5, NaN, true",
        "a.ceiling, 0.5, NaN, true",
        "b.floor,   0.5, 0.4, false"
    })
    void aBoundIsBrokenByAFigureBeyondIt(String key, String limit, double figure, boolean broken) {
        Figures figures = new Figures();
        figures.put("a", figure);
        assertThat(Bound.of(key, limit).isBrokenBy(figures)).isEqualTo(broken);
    }

    @Test
    void aLimitThatIsNeitherFloorNorCeilingIsRefused() {
        assertThatThrownBy(() -> Bound.of("a.roof", "1")).hasMessageContaining("a.roof");
    }
}
