/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusRankTest {

    @Test
    void statesRankInTheOrderOfTheirLife() {
        assertThat(StatusRank.of("QUEUED")).isLessThan(StatusRank.of("SENT"));
        assertThat(StatusRank.of("SENT")).isLessThan(StatusRank.of("DELIVERED"));
        assertThat(StatusRank.of("DELIVERED")).isLessThan(StatusRank.of("READ"));
    }

    @Test
    void aFailureEndsWhatWasSent() {
        assertThat(StatusRank.of("FAILED")).isGreaterThan(StatusRank.of("SENT"));
    }

    @Test
    void aDeliveryAfterAFailureIsNotStale() {
        assertThat(StatusRank.of("DELIVERED")).isGreaterThan(StatusRank.of("FAILED"));
        assertThat(StatusRank.of("READ")).isGreaterThan(StatusRank.of("FAILED"));
    }

    @Test
    void aCancellationIsNoFailureButEndsToo() {
        assertThat(StatusRank.of("CANCELED")).isEqualTo(StatusRank.of("FAILED"));
        assertThat(StatusRank.of("CANCELLED")).isEqualTo(StatusRank.of("CANCELED"));
    }

    @Test
    void theCaseOfAStateDoesNotMatter() {
        assertThat(StatusRank.of("delivered")).isEqualTo(StatusRank.of("DELIVERED"));
    }

    @Test
    void anUnknownStateHasNoRank() {
        assertThat(StatusRank.of("RINGING")).isNull();
        assertThat(StatusRank.of(null)).isNull();
    }
}
