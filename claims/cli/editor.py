"""Letting somebody change a text with the editor of their choice, and never losing what they wrote."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from claims.errors import ClaimsError, DecisionRefused, OptionRefused
from claims.safe import safe

MOST_BYTES = 1_000_000


def find_editor() -> list[str]:
    """Return the command of the user's editor: $VISUAL, $EDITOR, or what is usually there.

    Raises:
        OptionRefused: There is none.
    """
    for name in ("VISUAL", "EDITOR"):
        given = os.environ.get(name, "").strip()
        if given:
            try:
                return shlex.split(given)
            except ValueError as error:
                raise OptionRefused(f"${name} is no command: {error}") from None
    for name in ("nano", "vi", "notepad"):
        if found := shutil.which(name):
            return [found]
    raise OptionRefused("no editor found; name one in $EDITOR, or use: claims mention retype")


def edit_until_right(
    text: str,
    name: str,
    *,
    use: Callable[[str], bool],
    complain: Callable[[str, list[str]], str],
) -> bool:
    """Open `text` in the editor until `use` takes what comes back, and return what `use` returned.

    `complain` returns a text with what is wrong with it on top: on a terminal that is opened again.
    Elsewhere, or if it comes back as it was, it is kept in the working directory under `name`.

    Raises:
        OptionRefused: There is no editor, or it failed.
        ClaimsError: What was wrong, and where the text is kept.
    """
    command = find_editor()
    folder = Path(tempfile.mkdtemp(prefix="claims-"))
    path = folder / name
    shown = text
    try:
        while True:
            path.write_text(shown, "utf-8")
            _run(command, path)
            written = _read(path)
            if written == text:
                return False
            try:
                return use(written)
            except DecisionRefused as error:
                if written == shown or not sys.stdin.isatty():
                    raise
                shown = complain(written, [str(error)])
    except (ClaimsError, OSError, KeyboardInterrupt) as error:
        kept = _keep(path, text, name)
        if kept is None or isinstance(error, KeyboardInterrupt):
            raise
        raise OptionRefused(f"{error}; nothing was changed, what you wrote is kept in {kept}") from error
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)
            folder.rmdir()


def _run(command: list[str], path: Path) -> None:
    try:
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own editor, no shell
    except OSError as error:
        raise OptionRefused(f"the editor {command[0]!r} cannot be started: {error.strerror}") from None
    if done.returncode:
        raise OptionRefused(f"the editor {command[0]!r} ended with {done.returncode}")


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DecisionRefused(f"the form is larger than {MOST_BYTES} bytes")
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise DecisionRefused("the form is no UTF-8 text") from None


def _keep(path: Path, text: str, name: str) -> Path | None:
    """Keep what somebody wrote in the working directory, over no other file; None if they wrote nothing."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    if raw in {b"", text.encode()}:
        return None
    for number in range(1, 1000):
        stem, dot, ending = name.partition(".")
        kept = Path(name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            with kept.open("xb") as file:
                file.write(raw)
        except FileExistsError:
            continue
        except OSError as error:
            # Better here than nowhere: the user can still copy it off the screen.
            print(safe(raw.decode("utf-8", "replace"), multiline=True), file=sys.stderr)  # noqa: T201 - see above
            raise OptionRefused(
                f"{kept}: cannot be written ({error.strerror}); your text stands above"
            ) from None
        return kept
    return None
