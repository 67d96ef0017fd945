/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.lowcode;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A list of contacts as an office keeps it: semicolons, quotes, accents, a byte order mark, and phones in every form. */
final class Contacts {

    static final String CAMPAIGN = "natal";
    /** Accepted, and the application is killed before it hears of it. */
    static final String KILLED = "+5511977770199";
    /** Answered with an error of which nobody knows what it means. */
    static final String UNCLEAR = "+5511977770198";
    /** Twice in the list. */
    static final String TWICE = "+5511977770101";

    private static final List<String> FORMS = List.of(
            "(11) 97777-01%02d",
            "+55 11 97777-01%02d",
            "5511 9777701%02d",
            "011 97777-01%02d",
            "0055 11 97777 01%02d",
            "tel:+55-11-97777-01%02d",
            "\u200e11.97777.01%02d",
            "\u00a0+55 (11) 97777\u201101%02d");
    private static final List<String> NAMES =
            List.of("João", "\"Silva; Conceição\"", "\"Zé \"\"do Pão\"\" Ávila\"", "Ana & Cia + 1");
    private static final List<String> WRONG = List.of("123", "", "3333-0000/1", "1,19777E+10", "ligar depois");

    private Contacts() {}

    /** The phones that the good rows mean. */
    static List<String> phones() {
        return Stream.concat(
                        IntStream.rangeClosed(1, 16).mapToObj("+55119777701%02d"::formatted),
                        Stream.of(UNCLEAR, KILLED))
                .toList();
    }

    static String csv() {
        Stream<String> others = Stream.of(
                row("Dúvida", UNCLEAR, 18),
                row("Repetida", "11 97777 0101", 19),
                row("Recusada", "+5511900000400", 20));
        Stream<String> wrong = IntStream.range(0, WRONG.size()).mapToObj(i -> row("Errada", WRONG.get(i), 21 + i));
        return Stream.of(
                        Stream.of("nome;telefone;pedido;total"),
                        good(1, 8),
                        Stream.of(row("Meio", KILLED, 17)),
                        good(9, 16),
                        others,
                        wrong,
                        Stream.of(""))
                .flatMap(rows -> rows)
                .collect(Collectors.joining("\r\n", "\uFEFF", ""));
    }

    private static Stream<String> good(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> row(
                        NAMES.get(i % NAMES.size()), FORMS.get(i % FORMS.size()).formatted(i), i));
    }

    /** How many contacts the list has: sixteen good ones, and each of the others. */
    static int size() {
        return 16 + 3 + WRONG.size() + 1;
    }

    private static String row(String name, String phone, int order) {
        return "%s;%s;%d;\"1.2%02d,50\"".formatted(name, phone, order, order);
    }
}
