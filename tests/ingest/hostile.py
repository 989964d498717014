"""Workbooks that want to do harm, or are not what they should be, each made in a line."""

import io
import struct
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Team" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/>'
)
_ROOT += "</Relationships>"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def relations(kind: str = "worksheet", target: str = "worksheets/sheet1.xml") -> str:
    """Return the relations of a workbook with one sheet of some kind."""
    one = f'<Relationship Id="rId1" Type="{REL}/{kind}" Target="{target}"/>'
    strings = f'<Relationship Id="rId2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
    return f'<Relationships xmlns="{_PACKAGE}">{one}{strings}</Relationships>'


def sheet(cells: str, more: str = "") -> str:
    """Return a worksheet with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{more}</worksheet>'


def strings(*texts: str) -> str:
    """Return the shared texts of a workbook."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def workbook(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a workbook with one sheet, some parts changed."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": relations(),
        "xl/sharedStrings.xml": strings(),
        "xl/worksheets/sheet1.xml": sheet(""),
    }
    return package(usual | dict(parts))


def lying(content: bytes, name: str, says: int) -> bytes:
    """Return an archive whose headers say that a part unpacks to fewer bytes than it does."""
    changed = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo(name)
    struct.pack_into("<I", changed, entry.header_offset + 22, says)
    central = content.index(b"PK\x01\x02", archive.start_dir)
    while content[central + 46 : central + 46 + len(name)] != name.encode():
        central = content.index(b"PK\x01\x02", central + 4)
    struct.pack_into("<I", changed, central + 24, says)
    return bytes(changed)


def open_document(body: str) -> bytes:
    """Return an ODS workbook with one sheet."""
    spaces = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    spaces += "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    spaces += "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    content = f"<office:document-content {spaces}><office:body><office:spreadsheet>"
    content += f'<table:table table:name="Team">{body}</table:table></office:spreadsheet></office:body>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f"<manifest:manifest xmlns:manifest='{_MANIFEST}'/>"
    content += "</office:document-content>"
    return package({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})
