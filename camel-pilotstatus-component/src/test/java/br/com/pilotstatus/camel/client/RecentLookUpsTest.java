/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

/** A connection is begun on the thread of a route only while no look-up can hold it up. */
class RecentLookUpsTest {

    private static final String HOST = "api.test";

    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> beside = new ArrayList<>();
    private boolean known = true;
    private long now = Long.MAX_VALUE;
    private final RecentLookUps lookUps = new RecentLookUps(
            new DnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    asked.add(host);
                    if (!known) {
                        throw new UnknownHostException();
                    }
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                }

                @Override
                public String resolveCanonicalHostname(String host) {
                    return host;
                }
            },
            HOST,
            () -> now);

    private boolean recent() {
        return lookUps.areRecent(beside::add);
    }

    private void afterAMinute() {
        now += Duration.ofMinutes(1).toNanos();
    }

    @Test
    void beforeTheFirstLookUpNothingIsKnown() {
        assertThat(recent()).isFalse();
        assertThat(beside).isEmpty();
    }

    @Test
    void whatWasLookedUpOfLateIsNotLookedUpAgain() throws Exception {
        lookUps.resolve(HOST);

        assertThat(lookUps.resolve("API.test")).containsExactly(InetAddress.getLoopbackAddress());
        assertThat(recent()).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void anotherHostIsNotTakenForIt() throws Exception {
        lookUps.resolve("other.test");

        assertThat(recent()).isFalse();
    }

    @Test
    void oneLookUpBesideTheCallsServesThoseThatCome() throws Exception {
        lookUps.resolve(HOST);
        afterAMinute();
        assertThat(recent()).isFalse();
        assertThat(recent()).isFalse();

        assertThat(beside).hasSize(1);
        beside.get(0).run();

        assertThat(recent()).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aLookUpThatFailedIsMadeAgain() throws Exception {
        lookUps.resolve(HOST);
        afterAMinute();
        known = false;
        assertThat(recent()).isFalse();
        beside.get(0).run();

        assertThat(recent()).isFalse();

        assertThat(beside).hasSize(2);
    }
}
