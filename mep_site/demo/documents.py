"""The demo's documents to download: two PDF files and a table, made by the project itself.

The PDF files use fonts that every viewer has, so no font is needed here.
"""

from dataclasses import dataclass

LATIN, CHINESE = "Latin", "Chinese"

FONTS = {
    LATIN: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    CHINESE: (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000"
        " /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6"
        " /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120"
        " /CapHeight 880 /StemV 93 >> >>] >>"
    ),
}
ENCODINGS = {LATIN: "cp1252", CHINESE: "utf-16-be"}


@dataclass(frozen=True)
class Sheet:
    """A page of text: its title and its lines, in the script of one font."""

    language: str
    script: str
    title: str
    lines: tuple[str, ...]


def pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF file of one A4 page, with its language and title declared."""
    content = _content(sheet)
    return _file(
        [
            f"<< /Type /Catalog /Pages 2 0 R /Lang ({sheet.language})"
            " /ViewerPreferences << /DisplayDocTitle true >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            " /Resources << /Font << /F 5 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            FONTS[sheet.script],
            f"<< /Title <FEFF{sheet.title.encode('utf-16-be').hex()}> >>",
        ]
    )


def _content(sheet: Sheet) -> str:
    commands = [f"BT /F 18 Tf 64 760 Td {_text(sheet.title, sheet.script)} Tj 0 -16 Td /F 11 Tf"]
    commands += [f"0 -22 Td {_text(line, sheet.script)} Tj" for line in sheet.lines]
    return "\n".join([*commands, "ET"])


def _text(text: str, script: str) -> str:
    return f"<{text.encode(ENCODINGS[script]).hex()}>"


def _file(objects: list[str]) -> bytes:
    """Number the objects from 1 and add the table of their positions; the last is the title."""
    file = b"%PDF-1.4\n"
    positions = []
    for number, body in enumerate(objects, start=1):
        positions.append(len(file))
        file += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    size = len(objects) + 1
    table = "".join(f"{position:010} 00000 n \n" for position in positions)
    trailer = f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return file + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\n"
        f"startxref\n{len(file)}\n%%EOF\n"
    ).encode("ascii")


def sampling_guide() -> bytes:
    return pdf(
        Sheet(
            "en",
            LATIN,
            "Sampling of surface water: field sheet (example)",
            (
                "This sheet belongs to a demonstration site. It is not a standard in force.",
                "",
                "1. Note the code of the section, the date and the time before you begin.",
                "2. Rinse each bottle three times with water of the section.",
                "3. Sample upstream of the boat or bridge, half a metre below the surface.",
                "4. Measure temperature, pH and dissolved oxygen on the spot.",
                "5. Keep the bottles cool and dark, and hand them over on the same day.",
                "",
                "Section: ____________________    Date and time: ____________________",
                "Temperature: ______   pH: ______   Dissolved oxygen: ______",
                "Sampled by: ____________________    Received by: ____________________",
            ),
        )
    )


def sampling_guide_in_chinese() -> bytes:
    """The same sheet in Chinese."""
    return pdf(
        Sheet(
            "zh-Hans",
            CHINESE,
            "地表水采样现场记录表（示例）",
            (
                "本表为演示网站示例，不作为现行标准使用。",
                "",
                "一、采样前填写断面编号、采样日期和时间。",
                "二、采样瓶用断面水样润洗三次。",
                "三、在船只或桥梁上游一侧、水面下半米处采样。",
                "四、水温、酸碱度和溶解氧现场测定。",
                "五、样品低温避光保存，当日送达实验室交接。",
                "",
                "断面：__________    日期和时间：__________",
                "水温：____    酸碱度：____    溶解氧：____",
                "采样人：__________    接样人：__________",
            ),
        )
    )


def glossary() -> bytes:
    """Terms of the monitoring of water in three languages, as a table for spreadsheets."""
    rows = (
        ("中文", "English", "Русский"),
        ("地表水", "surface water", "поверхностные воды"),
        ("监测断面", "monitoring section", "контрольный створ"),
        ("溶解氧", "dissolved oxygen", "растворённый кислород"),
        ("水质", "water quality", "качество воды"),
        ("跨界水体", "transboundary waters", "трансграничные воды"),
        ("自然保护地", "protected area", "охраняемая природная территория"),
        ("固体废物", "solid waste", "твёрдые отходы"),
        ("生物多样性", "biodiversity", "биоразнообразие"),
    )
    return "".join(f"{','.join(row)}\r\n" for row in rows).encode("utf-8-sig")
