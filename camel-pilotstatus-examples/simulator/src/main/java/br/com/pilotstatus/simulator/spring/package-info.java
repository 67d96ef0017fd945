/* SPDX-License-Identifier: Apache-2.0 */

/** The simulator as a bean of an application that is tested, or run, with Spring Boot. Loaded by those only. */
package br.com.pilotstatus.simulator.spring;
