"""What every byte, and every pair of VNI, stands for: encodings.csv beside this script.

    python3 Tests/Reference/encodings.py

Sources: Windows-1258 and Windows-1252 are Python's codecs; TCVN3 is `iconv -f TCVN5712-1` from A0 on
and Windows-1252's signs below that; TCVN5712-1 is that whole, with its control characters; VNI is the table of xvnkb (vni.h), which writes each letter with
the characters of Windows-1252. An empty text means that the bytes stand for nothing.
"""

import pathlib
import subprocess
import unicodedata

VNI = """
A AÙ AØ AÛ AÕ AÏ AÂ AÁ AÀ AÅ AÃ AÄ AÊ AÉ AÈ AÚ AÜ AË E EÙ EØ EÛ EÕ EÏ EÂ EÁ EÀ EÅ EÃ EÄ
O OÙ OØ OÛ OÕ OÏ OÂ OÁ OÀ OÅ OÃ OÄ Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ U UÙ UØ UÛ UÕ UÏ Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ
I Í Ì Æ Ó Ò Y YÙ YØ YÛ YÕ Î Ñ
""".split()
UNICODE = """
A Á À Ả Ã Ạ Â Ấ Ầ Ẩ Ẫ Ậ Ă Ắ Ằ Ẳ Ẵ Ặ E É È Ẻ Ẽ Ẹ Ê Ế Ề Ể Ễ Ệ O Ó Ò Ỏ Õ Ọ Ô Ố Ồ Ổ Ỗ Ộ
Ơ Ớ Ờ Ở Ỡ Ợ U Ú Ù Ủ Ũ Ụ Ư Ứ Ừ Ử Ữ Ự I Í Ì Ỉ Ĩ Ị Y Ý Ỳ Ỷ Ỹ Ỵ Đ
""".split()


def codec(byte, name):
    try:
        return bytes([byte]).decode(name)
    except UnicodeDecodeError:
        return ""


def sign(byte):
    text = codec(byte, "cp1252")
    return "" if text and unicodedata.category(text)[0] == "L" else text


def iconv(byte):
    run = subprocess.run(
        ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"], input=bytes([byte]), capture_output=True)
    return run.stdout.decode()


vni = {}
for code, letter in zip(VNI, UNICODE, strict=True):
    vni[code.encode("cp1252")] = letter
    vni[code.lower().encode("cp1252")] = letter.lower()

rows = []
for byte in range(0x80, 0x100):
    key = bytes([byte])
    rows.append(("Windows-1258", key, codec(byte, "cp1258")))
    rows.append(("Windows-1252", key, codec(byte, "cp1252")))
    rows.append(("TCVN3", key, sign(byte) if byte < 0xA0 else iconv(byte)))
    rows.append(("VNI-Windows", key, vni.get(key) or sign(byte)))
rows += [("TCVN5712-1", bytes([byte]), iconv(byte)) for byte in [*range(0x20), *range(0x80, 0x100)]]
rows += [("VNI-Windows", key, letter) for key, letter in vni.items() if len(key) == 2]

lines = ["encoding,bytes,text"]
for encoding, key, text in sorted(rows, key=lambda row: (row[0], len(row[1]), row[1])):
    lines.append(f"{encoding},{key.hex()},{' '.join(f'{ord(c):04X}' for c in text)}")
path = pathlib.Path(__file__).with_name("encodings.csv")
path.write_text("\n".join(lines) + "\n", encoding="ascii")
