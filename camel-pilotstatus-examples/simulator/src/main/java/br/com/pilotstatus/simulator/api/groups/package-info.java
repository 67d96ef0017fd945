/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Groups and newsletters of a connected number; each number sees its own.
 */
package br.com.pilotstatus.simulator.api.groups;
