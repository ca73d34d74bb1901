"""An address as a QR code (ISO/IEC 18004), which a telephone reads from a screen or from paper."""

from functools import lru_cache
from io import BytesIO

import segno


@lru_cache(maxsize=256)
def drawn_code(address: str) -> bytes:
    """The code as SVG, dark on light in every colour scheme, without style or script.

    Level M reads well although a fold or a stain hides a seventh of it.
    """
    drawing = BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(
        drawing,
        kind="svg",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        dark="#000",
        light="#fff",
    )
    return drawing.getvalue()
