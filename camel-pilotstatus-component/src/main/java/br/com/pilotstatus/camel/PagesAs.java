/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

/** How much of a list that comes in pages a call fetches. */
public enum PagesAs {
    /** The page asked for. */
    ONE,
    /** That page and all after it, as one list. */
    ALL,
    /** The same elements one by one; each page is fetched when its first element is asked for. */
    ITERATOR
}
