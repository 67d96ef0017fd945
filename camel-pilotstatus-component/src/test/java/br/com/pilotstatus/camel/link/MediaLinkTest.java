/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a link is taken for, and what is not taken for one. */
class MediaLinkTest {

    private static final LinkRules PUBLIC = new LinkRules(false, false, 1);
    private static final LinkRules ANY = new LinkRules(true, false, 1);

    @ParameterizedTest
    @CsvSource({
        "https://media.example.com/a.jpg, media.example.com, 443",
        "HTTPS://Media.EXAMPLE.com/a.jpg, media.example.com, 443",
        "https://media.example.com./a.jpg, media.example.com, 443",
        "https://media.example.com:8443/a.jpg, media.example.com, 8443",
        "https://media.example.com:/a.jpg, media.example.com, 443",
        "https://my_bucket.example.com/a.jpg, my_bucket.example.com, 443",
        "https://xn--mnchen-3ya.example/a, xn--mnchen-3ya.example, 443",
        "https://münchen.example/a, xn--mnchen-3ya.example, 443",
        "https://8.8.8.8/a, 8.8.8.8, 443",
        "https://８.８.８.８/a, 8.8.8.8, 443",
        "https://8。8。8。8/a, 8.8.8.8, 443",
        "https://[2606:4700:4700::1111]:8443/a, [2606:4700:4700::1111], 8443"
    })
    void aHostIsWrittenInOneWay(String link, String host, int port) {
        MediaLink parsed = MediaLink.parse(link, PUBLIC);

        assertThat(parsed.host()).isEqualTo(host);
        assertThat(parsed.target(null).getPort()).isEqualTo(port);
        assertThat(parsed.target(null).getSchemeName()).isEqualTo("https");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://media.example.com/a            | must be https
                    ftp://media.example.com/a             | must be https
                    file:///etc/passwd                    | must be https
                    jar:https://media.example.com/a!/b    | must be https
                    media.example.com/a                   | must be https
                    /a.jpg                                | must be https
                    //media.example.com/a                 | must be https
                    data:image/png;base64,AAAA            | must be https
                    https:media.example.com               | must have a host
                    https:///a                            | must have a host
                    https://:443/a                        | must have a host
                    https://user@media.example.com/a      | must not hold a user name
                    https://user:pass@media.example.com/a | must not hold a user name
                    https://media.example.com@127.0.0.1/a | must not hold a user name
                    https://a.example:99999/b             | must have a port from 1 to 65535
                    https://a.example:0/b                 | must have a port from 1 to 65535
                    https://a.example:8x/b                | must have a host
                    https://a.example:80:80/b             | must have a host
                    https://a.example\\@b.example/c       | must be a URL
                    https://a.example/b c                 | must be a URL
                    https://a..example/b                  | must have a host name
                    https://.example/b                    | must have a host name
                    https://a.example../b                 | must have a host name
                    https://a%2eexample/b                 | must have a host name
                    https://127.0.0.1%2f.example/b        | must have a host name
                    https://[fe80::1%25eth0]/b            | must have a host name
                    https://[::1/b                        | must be a URL
                    https://[1:2]/b                       | must be a URL
                    https://[::1.2.3]/b                   | must be a URL
                    https://a!b.example/c                 | must have a host name
                    """)
    void whatIsNoSafeLinkIsRefusedByItsRule(String link, String rule) {
        assertThatThrownBy(() -> MediaLink.parse(link, PUBLIC))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("'mediaLink' " + rule)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7F.1",
                "127.1",
                "127.0.1",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.0x1",
                "256.1.1.1",
                "999.1.1.1",
                "1.2.3.4.5",
                "127.1.",
                "127.0.0.1..",
                "media.example.1",
                "media.0xff",
                "127.٠.0.1"
            })
    void anAddressInAnotherSpellingIsRefused(String host) {
        assertThatThrownBy(() -> MediaLink.parse("https://" + host + "/a", ANY))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("'mediaLink' must");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "[::1], ::1",
        "[0:0:0:0:0:0:0:1], ::1",
        "[::ffff:127.0.0.1], 127.0.0.1",
        "[::FFFF:7f00:1], 127.0.0.1"
    })
    void anAddressIsKnownWithoutAnyLookUp(String host, String address) throws Exception {
        assertThat(MediaLink.parse("https://" + host + "/a", PUBLIC).literal())
                .contains(InetAddress.getByName(address));
    }

    @Test
    void aNameIsNoAddress() {
        assertThat(MediaLink.parse("https://localhost/a", PUBLIC).literal()).isEmpty();
    }

    @Test
    void withoutTlsItNeedsPrivateAddressesAllowed() {
        assertThat(MediaLink.parse("http://127.0.0.1/a", ANY).target(null).getPort())
                .isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, /",
        "https://a.example?x=1, /?x=1",
        "https://a.example/b?x=1&y=%20#part, /b?x=1&y=%20",
        "https://a.example/ação, /a%C3%A7%C3%A3o",
        "https://a.example/%2e%2e/b, /%2e%2e/b"
    })
    void pathAndQueryAreCalledAsWritten(String link, String expected) {
        assertThat(MediaLink.parse(link, PUBLIC).pathAndQuery()).isEqualTo(expected);
    }

    @Test
    void aLinkOfAnyLengthIsNotRead() {
        assertThatThrownBy(() -> MediaLink.parse("https://a.example/" + "a".repeat(8192), PUBLIC))
                .hasMessageContaining("must not be longer than 8192 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "/b, a.example, /b",
        "b?x=1, a.example, /dir/b?x=1",
        "?x=1, a.example, /dir/a?x=1",
        "//c.example/d, c.example, /d",
        "https://c.example:444/d, c.example, /d"
    })
    void aRedirectIsReadAgainstItsLink(String location, String host, String path) {
        MediaLink next = MediaLink.parse("https://a.example/dir/a", PUBLIC).redirectedTo(location, PUBLIC);

        assertThat(next.host()).isEqualTo(host);
        assertThat(next.pathAndQuery()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b, must not lead from https to http",
        "http://127.0.0.1/b, must not lead from https to http",
        "file:///etc/passwd, must be https",
        "https://u@a.example/, must not hold a user name",
        "https://0x7f.1/, must write an IPv4 address",
        "https://a b/, must lead to a URL"
    })
    void aRedirectAgainstTheRulesIsNotFollowed(String location, String rule) {
        MediaLink link = MediaLink.parse("https://a.example/a", ANY);

        assertThatThrownBy(() -> link.redirectedTo(location, ANY)).hasMessageContaining(rule);
    }

    @Test
    void aRedirectToNowhereIsRefused() {
        MediaLink link = MediaLink.parse("https://a.example/a", PUBLIC);

        assertThatThrownBy(() -> link.redirectedTo(null, PUBLIC)).hasMessageContaining("must lead to a URL");
    }

    @Test
    void neitherItsTextNorAnErrorShowsIt() {
        assertThat(MediaLink.parse("https://media.example.com/s3cret?token=s3cret", PUBLIC))
                .asString()
                .doesNotContain("s3cret", "example");
        assertThatThrownBy(() -> MediaLink.parse("https://media.example.com/s3cret path", PUBLIC))
                .message()
                .doesNotContain("s3cret", "example");
    }
}
