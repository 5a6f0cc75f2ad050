"""How much a server takes on, whoever asks."""

from typing import Final

from govcheck.readers.limits import MEGABYTE, MOST_BYTES

MOST_REQUEST: Final = 2 * MOST_BYTES + MEGABYTE
"""Bytes of one request: a report and last year's."""
MOST_SMALL: Final = 3 * MEGABYTE
"""Bytes of a request that hands no file in."""
MOST_HELD: Final = 512 * MEGABYTE
"""Bytes of all requests that are being served."""
MOST_PASTED: Final = 2 * MEGABYTE
"""Bytes of a text that is pasted."""
MOST_NAME: Final = 200
"""Characters of a file's name that are kept."""
MOST_WAITING: Final = 200
"""Reports that may wait for a worker."""
LONGEST: Final = 60
"""Seconds that a check may take."""
LONGEST_OCR: Final = 600
"""Seconds that it may take where pictures are read."""
MEMORY: Final = 2048 * MEGABYTE
"""Bytes of addresses that a worker may have (a long report takes 200 MB)."""
MEMORY_OFFICE: Final = 6144 * MEGABYTE
"""Where LibreOffice converts, which reserves much and uses little of it."""
