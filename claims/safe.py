"""Making text from outside harmless to look at: what would act, hide or overlap is shown instead.

Rich and Typer let escape sequences, C1 controls, NUL and bidirectional overrides through in every
mode, and browsers obey overrides too, so everything printed or written for readers goes through here.
"""

import re
import unicodedata

_KEPT = "\n\t"

# Stacked marks overflow their line and cover the neighbours'. No language needs nine on one letter.
_STACK = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]{8})"
    "([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]+)"
)


def safe(text: str, *, multiline: bool = False) -> str:
    """Return the text with control, format and bidi characters printed as \\x1b, \\u202e …

    Line breaks and tabs are kept only with `multiline`; spaces of any width and zero-width joiners
    inside emoji are kept. Combining marks beyond the eighth on one letter are printed likewise.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    flat = text.replace("\n", "").replace("\t", "") if multiline else text
    if not flat.isprintable():
        text = "".join(
            character if character.isprintable() or (multiline and character in _KEPT) else _show(character)
            for character in text
        )
    return _STACK.sub(lambda stack: stack[1] + "".join(map(_escape, stack[2])), text)


def _show(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character == "\t":
        return " "
    if character == "\u200d" or unicodedata.category(character) == "Zs":
        return character
    return _escape(character)


def _escape(character: str) -> str:
    number = ord(character)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )
