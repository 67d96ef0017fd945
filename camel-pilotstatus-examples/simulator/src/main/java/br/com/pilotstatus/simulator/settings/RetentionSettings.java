/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

/**
 * How much is remembered; the oldest goes first.
 *
 * @param messages accepted sends and their messages, default 50000
 * @param bytes total size of their requests, default 256 MiB
 * @param attempts webhook attempts, default 10000
 * @param attemptBytes total size of their payloads, default 64 MiB
 */
public record RetentionSettings(int messages, long bytes, int attempts, long attemptBytes) {

    public RetentionSettings {
        if (messages < 1 || bytes < 1 || attempts < 1 || attemptBytes < 1) {
            throw new IllegalArgumentException("Each limit must be at least 1");
        }
    }

    static RetentionSettings defaults() {
        return new RetentionSettings(50_000, 256L << 20, 10_000, 64L << 20);
    }
}
