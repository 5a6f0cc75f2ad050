"""From the coordinates of a PDF file to those of the page as it is seen."""

from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f as PDF files write them."""


def chained(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does ``first`` and ``then`` after it."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(point: tuple[float, float], by: Matrix) -> tuple[float, float]:
    """Return where a point comes to lie."""
    x, y = point
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


class View(NamedTuple):
    """A page as it is seen: its size and the way there from the file's coordinates."""

    width: float
    height: float
    matrix: Matrix


def view(box: tuple[float, float, float, float], turns: int) -> View:
    """Return the view of a page with this visible box (left, bottom, right, top).

    ``turns`` are the quarters by which it is turned clockwise.
    """
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    match turns % 4:
        case 0:
            return View(width, height, (1, 0, 0, -1, -left, top))
        case 1:
            return View(height, width, (0, 1, 1, 0, -bottom, -left))
        case 2:
            return View(width, height, (-1, 0, 0, 1, right, -bottom))
        case _:
            return View(height, width, (0, -1, -1, 0, top, right))
