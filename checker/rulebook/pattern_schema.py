"""The JSON Schema of a pattern: a regular expression, or words without one."""

from typing import Any, Final

_WORDS: Final = (
    "A word, as it stands in the text, or the name of a list or pattern of vocabulary/: "
    "'{bodies.offices}'."
)


def _words(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "type": "array",
        "minItems": 1,
        "maxItems": 500,
        "items": {"$ref": "#/$defs/word"},
    }


PATTERN_SCHEMAS: Final[dict[str, Any]] = {
    "regular_expression": {
        "description": "A regular expression. {file.name} stands for a word list or pattern of "
        "vocabulary/, {han} for one Chinese character; {3,5} repeats.",
        "type": "string",
        "minLength": 1,
    },
    "word": {
        "description": _WORDS,
        "anyOf": [
            {"type": "string", "minLength": 1, "maxLength": 100},
            {
                "description": "{bodies.offices} without quotation marks.",
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": {"type": "null"},
            },
        ],
    },
    "word_search": {
        "description": "Words without a regular expression. What is found is a word of any_of; "
        "without any_of the first of all_of. It counts if what the other keys ask for holds "
        "near it. Words are found from left to right and do not overlap; of words that begin "
        "at one place the longest counts, and names come after words.",
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {
            "any_of": _words("Any of these is found."),
            "all_of": _words("All of these stand near it; its own letters count."),
            "unless_near": _words(
                "None of these stands near it, before, behind or over it: 彩票公益金 takes its "
                "own 彩票 away."
            ),
            "followed_by": _words("One of these stands behind it, near."),
            "not_followed_by": _words("None of these stands behind it, near."),
            "within": {
                "description": "How far near goes. sentence (if nothing is said): to the next "
                "。；！？ or line end on either side; clause: also to the next ，：; a number: "
                "so many characters on either side, in the sentence, with the whole of what is "
                "near among them.",
                "anyOf": [
                    {"type": "string", "enum": ["clause", "sentence"]},
                    {"type": "integer", "minimum": 1, "maximum": 1000},
                ],
            },
        },
    },
    "pattern": {
        "anyOf": [{"$ref": "#/$defs/regular_expression"}, {"$ref": "#/$defs/word_search"}]
    },
}
"""By name in ``$defs``."""
