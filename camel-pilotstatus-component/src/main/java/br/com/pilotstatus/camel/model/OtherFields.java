/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The fields that this version does not know, read from the level of those that it does, and written there again. */
@JacksonAnnotationsInside
@JsonAnySetter
@JsonAnyGetter
@Retention(RetentionPolicy.RUNTIME)
@interface OtherFields {}
