/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.order;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * An order as a shop places it.
 *
 * @param reference the shop's own name of it; placing it again changes nothing
 * @param phone     as people write it, such as <code>(11) 97777-0000</code>
 */
public record NewOrder(
        @NotBlank @Size(max = 64) String reference,
        @NotBlank @Size(max = 32) String phone,
        @NotBlank @Size(max = 100) String name,

        @NotNull @Positive @Digits(integer = 10, fraction = 2) BigDecimal total) {}
