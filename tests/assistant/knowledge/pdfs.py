"""PDFs as small as they can be, for what is read of them."""

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def pdf(*pages: str, **metadata: str) -> bytes:
    """Return a PDF with a page of each text, without any where the text is empty."""
    writer = PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = writer._add_object(DictionaryObject({NameObject(k): NameObject(v) for k, v in names.items()}))
    for text in pages:
        page = writer.add_blank_page(300, 300)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        lines = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
        stream.set_data(f"BT /F1 12 Tf 14 TL 20 250 Td {lines} ET".encode("latin-1") if text else b"")
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({f"/{name}": text for name, text in metadata.items()})
    return _written(writer)


def encrypted(file: bytes, password: str) -> bytes:
    """Return a PDF that is opened with a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(file)))
    writer.encrypt(password, algorithm="RC4-128")
    return _written(writer)


def compressed(file: bytes) -> bytes:
    """Return a PDF whose pages are compressed, as those of most programs are."""
    writer = PdfWriter(PdfReader(io.BytesIO(file)))
    for page in writer.pages:
        page.compress_content_streams()
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
