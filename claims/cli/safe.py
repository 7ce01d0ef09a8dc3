"""Making text from outside harmless on a terminal: what would act is shown instead.

Rich and Typer let escape sequences, C1 controls, NUL and bidirectional overrides through in every
mode, so everything printed goes through here first.
"""

import unicodedata

_KEPT = "\n\t"


def safe(text: str, *, multiline: bool = False) -> str:
    """Return the text with control, format and bidi characters printed as \\x1b, \\u202e …

    Line breaks and tabs are kept only with `multiline`; zero-width joiners inside emoji are kept.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable() or character == "\u00a0" or (multiline and character in _KEPT)
        else _show(character)
        for character in unicodedata.normalize("NFC", text)
    )


def _show(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character == "\t":
        return " "
    if character == "\u200d":
        return character
    number = ord(character)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )
