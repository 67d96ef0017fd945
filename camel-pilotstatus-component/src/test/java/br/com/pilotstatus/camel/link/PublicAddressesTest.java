/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which addresses a link may lead to. */
class PublicAddressesTest {

    private static final String OF_THE_INTERNET = """
            1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
            169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0
            192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255 2000::1 2001:200::1
            2001:4860:4860::8888 2606:4700:4700::1111 3ffe:ffff::1 64:ff9b::8.8.8.8""";

    private static final String OF_SPECIAL_NETWORKS = """
            0.0.0.0 0.1.2.3 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255
            169.254.0.1 169.254.169.254 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.192 192.0.2.1
            192.88.99.1 192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.1 203.0.113.255
            224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255""";

    private static final String OF_SPECIAL_IPV6_NETWORKS = """
            :: ::1 fe80::1 fe80::1%1 fec0::1 fc00::1 fd00:ec2::254 fdff:ffff::1 ff02::1 ff0e::1 100::1
            2001::1 2001:1::1 2001:20::1 2001:1ff:ffff::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1
            3fff::1 4000::1 5f00::1""";

    private static final String SPECIAL_WRITTEN_IN_ANOTHER_WAY = """
            ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
            64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::8.8.8.8""";

    static Stream<String> ofTheInternet() {
        return Stream.of(OF_THE_INTERNET.split("\\s+"));
    }

    static Stream<String> special() {
        return Stream.of(OF_SPECIAL_NETWORKS, OF_SPECIAL_IPV6_NETWORKS, SPECIAL_WRITTEN_IN_ANOTHER_WAY)
                .flatMap(addresses -> Stream.of(addresses.split("\\s+")));
    }

    @ParameterizedTest
    @MethodSource("ofTheInternet")
    void anAddressOfTheInternetIsPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("special")
    void anAddressOfASpecialNetworkIsNotPublicHoweverItIsWritten(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void anIpv4AddressInTheBytesOfAnIpv6AddressIsJudgedAsWhatItIs() throws Exception {
        assertThat(PublicAddresses.contains(mapped(127, 0, 0, 1))).isFalse();
        assertThat(PublicAddresses.contains(mapped(8, 8, 8, 8))).isTrue();
    }

    // Java makes an IPv4 address of it wherever it can; with a scope it cannot.
    private static InetAddress mapped(int... ipv4) throws Exception {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        for (int i = 0; i < 4; i++) {
            bytes[12 + i] = (byte) ipv4[i];
        }
        return Inet6Address.getByAddress(null, bytes, 0);
    }
}
