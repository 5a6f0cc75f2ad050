"""govcheck's own commands, run in this process on files in a folder."""

import io
import re
from contextlib import redirect_stderr, redirect_stdout

from fuzzing.trials.faults import InternalError
from govcheck.cli import main

REFUSED = 2
_CRASHED = 3
_PLACE = re.compile(r'govcheck[/\\]([\w/\\]+\.py)", line (\d+)|govcheck\.([\w.]+) 第 (\d+) 行')


def status_of(*arguments: str) -> int:
    """Return a command's exit status.  Raises InternalError for a fault of govcheck's own."""
    record = io.BytesIO()
    said = io.TextIOWrapper(record, "utf-8", "backslashreplace", write_through=True)
    with redirect_stdout(said), redirect_stderr(said):
        status = main(arguments)
    if status == _CRASHED:
        words = record.getvalue().decode()
        places = _PLACE.findall(words)
        mark = ":".join(filter(None, places[-1])) if places else "of a command"
        raise InternalError(mark, words[-3000:])
    return status
