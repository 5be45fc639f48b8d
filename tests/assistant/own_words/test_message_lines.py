"""The lines of a message."""

from assistant.own_words.message_lines import lines_of, mark, next_line, paragraphs


def test_lines_know_their_places_whatever_ends_them() -> None:
    text = "a\r\n\nb"
    assert [(line.text, text[line.start : line.end]) for line in lines_of(text)] == [
        ("a", "a"),
        ("", ""),
        ("b", "b"),
    ]


def test_a_line_keeps_its_first_kind() -> None:
    lines = lines_of("a\nb")
    mark(lines[:1], "quote")
    mark(lines, "footer")
    assert [line.kind for line in lines] == ["quote", "footer"]


def test_paragraphs_are_parted_by_blank_lines_and_by_dashes() -> None:
    lines = lines_of("a\nb\n\nc\n---\nd")
    assert [[line.text for line in part] for part in paragraphs(lines)] == [["a", "b"], ["c"], ["d"]]
    assert next_line(lines, 2) == 3


def test_invisible_characters_are_ignored_and_keep_their_place() -> None:
    text = "\u200fa:\u200e\nb"
    assert [(line.text, line.start, line.end) for line in lines_of(text)] == [("a:", 0, 4), ("b", 5, 6)]
