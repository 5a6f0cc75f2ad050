"""How bodies show statutory tables as pictures: ways of drawing them, and what befalls them."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final, NamedTuple

import cv2
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

Change = Callable[[Image.Image], Image.Image]

HEI, SONG, WQY = "'Noto Sans CJK SC'", "'Noto Serif CJK SC'", "'WenQuanYi Zen Hei'"
FONT: Final = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"


class Style(NamedTuple):
    """One way of showing a table."""

    css: str = ""
    font: str = HEI
    size: int = 14
    """Pixels of a character, before ``scale``."""
    width: int = 700
    scale: float = 2
    change: Change | None = None


def jpeg(quality: int) -> Change:
    def change(picture: Image.Image) -> Image.Image:
        file = BytesIO()
        picture.convert("RGB").save(file, "JPEG", quality=quality)
        return Image.open(file).convert("RGB")

    return change


def turned(degrees: float) -> Change:
    return lambda picture: picture.rotate(
        degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white"
    )


def resized(share: float) -> Change:
    return lambda picture: picture.resize(
        (round(picture.width * share), round(picture.height * share)), Image.Resampling.LANCZOS
    )


def blurred(radius: float) -> Change:
    return lambda picture: picture.filter(ImageFilter.GaussianBlur(radius))


def noisy(picture: Image.Image) -> Image.Image:
    grains = np.random.default_rng(1).normal(0, 12, (picture.height, picture.width, 1))
    return Image.fromarray((np.array(picture) + grains).clip(0, 255).astype(np.uint8))


def shaded(picture: Image.Image) -> Image.Image:
    """Light falls from the left, as on a photograph."""
    light = np.linspace(1.0, 0.6, picture.width)[None, :, None]
    return Image.fromarray((np.array(picture) * light).astype(np.uint8))


def yellowed(picture: Image.Image) -> Image.Image:
    return ImageChops.multiply(picture, Image.new("RGB", picture.size, (250, 240, 205)))


def seen_aslant(share: float) -> Change:
    """Look at a sheet from below: its upper edge is shorter."""

    def change(picture: Image.Image) -> Image.Image:
        wide, high = picture.size
        inset = wide * share
        corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
        seen = np.array(
            [[inset, 0], [wide - inset, inset / 2], [wide, high], [0, high]], np.float32
        )
        turn = cv2.getPerspectiveTransform(corners, seen)
        return Image.fromarray(
            cv2.warpPerspective(
                np.array(picture), turn, (wide, high), borderValue=(255, 255, 255)
            )
        )

    return change


def sealed(picture: Image.Image) -> Image.Image:
    layer = Image.new("RGBA", picture.size)
    pen = ImageDraw.Draw(layer)
    size = min(picture.width // 4, picture.height - 20)
    x, y, red = (
        picture.width * 0.55,
        max(5, picture.height * 0.5 - size / 2),
        (215, 20, 20, 165),
    )
    pen.ellipse((x, y, x + size, y + size), outline=red, width=max(4, size // 40))
    font = ImageFont.truetype(FONT, max(12, size // 9))
    for number, sign in enumerate("云岭市水务局公章"):
        turn = np.pi * (0.75 + number * 0.21)
        where = np.array([np.cos(turn), np.sin(turn)]) * size * 0.38
        pen.text(
            (x + size / 2 + where[0], y + size / 2 + where[1]), sign, red, font, anchor="mm"
        )
    middle = np.array([x + size / 2, y + size / 2])
    star = [
        tuple(
            middle
            + size
            * (0.17 if point % 2 == 0 else 0.07)
            * np.array([np.sin(point * np.pi / 5), -np.cos(point * np.pi / 5)])
        )
        for point in range(10)
    ]
    pen.polygon(star, fill=red)
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def watermarked(grey: int, *, repeated: bool = False) -> Change:
    def change(picture: Image.Image) -> Image.Image:
        side = max(picture.size) * 2
        layer = Image.new("L", (side, side), 0)
        pen = ImageDraw.Draw(layer)
        size = picture.width // (20 if repeated else 9)
        font = ImageFont.truetype(FONT, size)
        for row in range(size, side, size * 5 if repeated else side):
            for column in range(0, side, size * 10 if repeated else side):
                place = (
                    (column, row) if repeated else (side // 2 - 3 * size, side // 2 - size // 2)
                )
                pen.text(place, "云岭市水务局", 255 - grey, font)
        layer = layer.rotate(30)
        left, top = (side - picture.width) // 2, (side - picture.height) // 2
        layer = layer.crop((left, top, left + picture.width, top + picture.height))
        marks = Image.merge("RGB", [ImageChops.invert(layer)] * 3)
        return ImageChops.multiply(picture, marks)

    return change


def few_colours(count: int) -> Change:
    return lambda picture: picture.quantize(count).convert("RGB")


def black_and_white(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point(lambda grey: 255 * (grey > 150)).convert("RGB")


def without_lines(share: float) -> Change:
    """Rub out pieces of lines, as a bad copy does."""

    def change(picture: Image.Image) -> Image.Image:
        luck = np.random.default_rng(2)
        pixels = np.array(picture)
        for _ in range(round(60 * share)):
            y, x = luck.integers(picture.height), luck.integers(picture.width)
            pixels[y : y + 5, x : x + 12] = 255
        return Image.fromarray(pixels)

    return change


def after(*changes: Change) -> Change:
    def change(picture: Image.Image) -> Image.Image:
        for one in changes:
            picture = one(picture)
        return picture

    return change


_BORDER = "td,th{{border:{}}}"
_HEAD = "th.head{{background:{};color:{}}}"
STYLES: Final[Mapping[str, Style]] = {
    "hei": Style(),
    "song": Style(font=SONG),
    "wqy": Style(font=WQY),
    "times": Style(font=f"'Liberation Serif',{SONG}"),
    "arial": Style(font=f"'Liberation Sans',{HEI}"),
    "hei_1x": Style(scale=1),
    "song_1x": Style(font=SONG, scale=1),
    "wqy_1x": Style(font=WQY, scale=1),
    "hei_1.25x": Style(scale=1.25),
    "hei_1.5x": Style(scale=1.5),
    "hei_12": Style(size=12),
    "hei_16": Style(size=16),
    "hei_18": Style(size=18),
    "hei_20_640": Style(size=20, width=640),
    "hei_24_640": Style(size=24, width=640),
    "song_24_640": Style(font=SONG, size=24, width=640),
    "wqy_24_640": Style(font=WQY, size=24, width=640),
    "times_24_640": Style(font=f"'Liberation Serif',{SONG}", size=24, width=640),
    "arial_22_640": Style(font=f"'Liberation Sans',{HEI}", size=22, width=640),
    "hei_28": Style(size=28, width=900, scale=1),
    "wide": Style(width=1100),
    "bold": Style(css="td{font-weight:bold}"),
    "tight": Style(css="td,th{padding:0 1px;line-height:1.15}"),
    "airy": Style(css="td,th{padding:12px 6px}"),
    "left": Style(css="td{text-align:left}"),
    "border_2": Style(css=_BORDER.format("2px solid #000")),
    "border_3": Style(css=_BORDER.format("3px solid #000")),
    "border_999": Style(css=_BORDER.format("1px solid #999")),
    "border_ccc": Style(css=_BORDER.format("1px solid #ccc")),
    "border_ccc_1x": Style(css=_BORDER.format("1px solid #ccc"), scale=1),
    "border_ddd": Style(css=_BORDER.format("1px solid #ddd")),
    "border_ddd_1x": Style(css=_BORDER.format("1px solid #ddd"), scale=1),
    "border_eee": Style(css=_BORDER.format("1px solid #eee")),
    "border_blue": Style(css=_BORDER.format("1px solid #3a7bd5")),
    "border_lightblue": Style(css=_BORDER.format("1px solid #b8d4f0")),
    "border_red": Style(css=_BORDER.format("1px solid #d33")),
    "border_yellow": Style(css=_BORDER.format("1px solid #f0d060")),
    "border_double": Style(css=_BORDER.format("3px double #000")),
    "border_dashed": Style(css=_BORDER.format("1px dashed #333")),
    "border_dotted": Style(css=_BORDER.format("1px dotted #333")),
    "border_dashed_grey": Style(css=_BORDER.format("1px dashed #aaa")),
    "border_outer_thick": Style(css="table{border:3px solid #000}"),
    "border_spaced": Style(css="table{border-collapse:separate;border-spacing:2px}"),
    "border_open_sides": Style(
        css="table{border-left:0;border-right:0} .first{border-left:0} .last{border-right:0}"
    ),
    "head_blue": Style(css=_HEAD.format("#2f6fb5", "#fff")),
    "head_blue_white_lines": Style(css=_HEAD.format("#2f6fb5;border-color:#fff", "#fff")),
    "head_grey": Style(css=_HEAD.format("#e6e6e6", "#000")),
    "head_green": Style(css=_HEAD.format("#cfe8cf", "#030")),
    "zebra": Style(css="tr:nth-child(even) td{background:#f0f4fa}"),
    "dark": Style(css="body{background:#1e1e1e;color:#ddd} td,th{border:1px solid #666}"),
    "dark_blue": Style(
        css="body{background:#0b2545;color:#fff} td,th{border:1px solid #8fb3e0}"
    ),
    "red_figures": Style(css="td{color:#c00}"),
    "grey_text": Style(css="td,th{color:#777}"),
    "seal": Style(change=sealed),
    "seal_song": Style(font=SONG, change=sealed),
    "seal_jpeg": Style(change=after(sealed, jpeg(70))),
    "mark_220": Style(change=watermarked(220)),
    "mark_190": Style(change=watermarked(190)),
    "marks_220": Style(change=watermarked(220, repeated=True)),
    "marks_200": Style(change=watermarked(200, repeated=True)),
    "jpeg_75": Style(change=jpeg(75)),
    "jpeg_50": Style(change=jpeg(50)),
    "jpeg_30": Style(change=jpeg(30)),
    "jpeg_50_1x": Style(scale=1, change=jpeg(50)),
    "ccc_jpeg_60": Style(css=_BORDER.format("1px solid #ccc"), change=jpeg(60)),
    "blur_1": Style(change=blurred(1.0)),
    "noise": Style(change=noisy),
    "shade": Style(change=shaded),
    "yellow": Style(change=yellowed),
    "turn_0.5": Style(change=turned(0.5)),
    "turn_-1": Style(change=turned(-1)),
    "turn_2": Style(change=turned(2)),
    "turn_-3": Style(change=turned(-3)),
    "aslant_0.5%": Style(change=seen_aslant(0.005)),
    "aslant_1%": Style(change=seen_aslant(0.01)),
    "aslant_2%": Style(change=seen_aslant(0.02)),
    "photo": Style(change=after(seen_aslant(0.008), turned(0.7), shaded, jpeg(70))),
    "half": Style(change=resized(0.55)),
    "larger": Style(scale=1, change=resized(1.7)),
    "colours_8": Style(change=few_colours(8)),
    "black_white": Style(change=black_and_white),
    "worn": Style(change=without_lines(1)),
}
