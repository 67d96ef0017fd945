/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public Internet, and so to no network that only this machine can reach. Whatever is not
 * known to be public is not.
 */
final class PublicAddresses {

    /** What the registry of special IPv4 addresses keeps from the Internet. */
    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    /** Within global unicast: protocol assignments and Teredo, documentation, and 6to4. */
    private static final List<Block> SPECIAL_UNICAST = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** IPv6 addresses that only write an IPv4 address in another way: mapped ones, and those of public NAT64. */
    private static final List<Block> IPV4_INSIDE = List.of(
            new Block(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96), Block.of("64:ff9b::/96"));

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? publicIpv4(bytes) : publicIpv6(bytes);
    }

    private static boolean publicIpv4(byte[] address) {
        return SPECIAL.stream().noneMatch(block -> block.contains(address));
    }

    private static boolean publicIpv6(byte[] address) {
        if (IPV4_INSIDE.stream().anyMatch(block -> block.contains(address))) {
            return publicIpv4(Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL_UNICAST.contains(address) && SPECIAL_UNICAST.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... blocks) {
        return Arrays.stream(blocks).map(Block::of).toList();
    }

    private record Block(byte[] first, int bits) {

        static Block of(String block) {
            String[] parts = block.split("/", 2);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(block, e);
            }
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int mask = 0xFF & (0xFF << Math.max(0, Byte.SIZE - (bits - bit)));
                if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
