"""The program: ``govcheck`` and ``python -m govcheck``."""

from govcheck.processes.import_path import keep_import_path_safe


def run() -> None:
    """Run the command line, with nothing imported from the working directory."""
    keep_import_path_safe()
    from govcheck.cli import run as run_command_line  # noqa: PLC0415 - from a safe path

    run_command_line()


if __name__ == "__main__":
    run()
