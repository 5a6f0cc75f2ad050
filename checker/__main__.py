"""The program: ``govcheck`` and ``python -m govcheck``."""

from govcheck.processes.import_path import keep_import_path_safe

_INTERRUPTED = 130


def run() -> None:
    """Run the command line, with nothing imported from the working directory."""
    try:
        keep_import_path_safe()
        from govcheck.cli import run as run_command_line  # noqa: PLC0415 - from a safe path
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    run_command_line()


if __name__ == "__main__":
    run()
