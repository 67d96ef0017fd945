/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths mean the same to servers, which normalize them, and to routers, which do not. */
class HttpPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/b", "/v1.0/.well-known/..hook", "/.../a~b_c-d", "/a./b"})
    void dotsWithinASegmentAreWelcome(String path) {
        assertThat(HttpPath.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//a", "/a//b", "/a/", "/", "", "a"})
    void anEmptySegmentIsRefused(String path) {
        assertThat(HttpPath.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.", "/..", "/./a", "/a/./b", "/a/../b", "/a/.", "/a/.."})
    void aSegmentOfDotsAloneIsRefused(String path) {
        assertThat(HttpPath.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{a}", "/*", "/a;b", "/%61", "/a b", "/\u00e9", "/a\n", "/a?b"})
    void anythingThatIsNotLiteralIsRefused(String path) {
        assertThat(HttpPath.isPlain(path)).isFalse();
    }
}
