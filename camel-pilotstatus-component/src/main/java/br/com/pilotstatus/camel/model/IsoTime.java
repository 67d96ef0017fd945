/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A time that every JSON mapper writes and reads as ISO 8601 text, also one of a route that knows no Java times. */
@JacksonAnnotationsInside
@JsonSerialize(using = LenientInstant.Serializer.class)
@JsonDeserialize(using = LenientInstant.Deserializer.class)
@Retention(RetentionPolicy.RUNTIME)
@interface IsoTime {}
