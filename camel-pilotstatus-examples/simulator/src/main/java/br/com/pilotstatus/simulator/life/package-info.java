/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What happens by itself as time goes by: messages proceed, calls are answered, codes scanned, templates reviewed. It happens
 * on the simulator's clock alone.
 */
package br.com.pilotstatus.simulator.life;
