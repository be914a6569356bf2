"""Words of each format's own language, to put where they do not belong."""

TEXT_WORDS = (
    b"PHYSICAL DEMANDS:\n", b"ESSENTIAL FUNCTIONS:\n", b"Class Title:", b"Adopted:", b"Revised: ____", b"\tF\t",
    b"\t0\t", b"1.", b"Page 1 of 2 Pages\n", b"F = Frequently", b"N/A", b"Other (see 1 below)", b"(1)", b"X",
    b"\x0c", b"\r\n", b"\r", b"\t\t\t", b"|---|\n", b"| a | b |\n", b"CCIITTYY", b"<u>", b"</u>",
    b"\xc3\xa2\xe2\x82\xac", b"\xef\xbb\xbf", b"\x00", b"\xff", b"\xc2\xa0", b"\xe2\x80\xa8", b"SERIES\n",
    b"Class Code: 0001 ", b"________", b"\xd0\x90\xd0\x92",
)  # fmt: skip

HTML_WORDS = (
    b"<table>", b"</table>", b"<tr>", b"<td colspan=9999>", b"<td rowspan=9999>", b"<td rowspan=-1>", b"</td>",
    b"<ul>", b"<ol start=99999999999>", b"<li value=x>", b"<!--", b"-->", b"<![CDATA[", b"<script>", b"</script>",
    b"<style>", b"<title>", b"<h1>", b"<h7>", b"<p", b"</p>", b"<br", b"<meta charset=utf-16>", b"<meta charset=x>",
    b"&#0;", b"&#x110000;", b"&#xD800;", b"&nbsp", b"&amp;amp;", b"<svg>", b"<template>", b"<math>", b"<frameset>",
    b"<body style='display:none'>", b"\x00", b"<input type=checkbox checked>", b"<select>", b"<textarea>", b"<pre>",
    b"<base href=x>", b"hidden", b"\xff\xfe",
)  # fmt: skip

OFFICE_WORDS = (
    b"<w:tbl>", b"</w:tbl>", b"<w:tr>", b"</w:tr>", b"<w:tc>", b"</w:tc>", b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t/>",
    b"<w:tab/>", b"<w:br w:type='page'/>", b"<w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>",
    b"<w:tcPr><w:gridSpan w:val='-1'/></w:tcPr>", b"<w:tcPr><w:vMerge/></w:tcPr>",
    b"<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", b"<w:ins/>", b"<w:sdt/>",
    b"<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>",
    b"<w:pPr><w:numPr><w:ilvl w:val='99'/><w:numId w:val='1'/></w:numPr></w:pPr>",
    b"<w:sym w:font='Wingdings' w:char='F0FE'/>", b"<w:sym w:char='x'/>", b"<w:fldChar w:fldCharType='begin'/>",
    b"w:val='x'", b"<w:footnoteReference w:id='7'/>", b"<w:sectPr/>", b"<!DOCTYPE w>", b"&e;", b"<?x?>",
    b"xmlns:w='x'", b"\x00", b"rId1",
)  # fmt: skip

PDF_WORDS = (
    b"BT ", b" ET", b" Tj", b" TJ", b"(", b")", b"<", b">", b"[", b"]", b"<<", b">>", b" Tf", b" Td", b" Tm",
    b" cm", b" q", b" Q", b" Do", b" re f", b" l S", b"/F1 ", b"/F9 ", b"/Rotate 90", b"/Rotate 45", b"/UserUnit 0",
    b"/Kids [2 0 R]", b" 1 0 R", b" 99 0 R", b"null", b"true", b"1e308", b"-1", b"0", b"99999999999999999999",
    b"nan", b"/CropBox [0 0 0 0]", b"/Annots 1", b"/Filter /FlateDecode", b"/Filter /Crypt",
    b"/Encoding /Identity-H", b"/ToUnicode 4 0 R", b"BI /W 9 ID", b" EI", b"\x00", b"/OCProperties <<>>",
    b"/AcroForm <</Fields [3 0 R]>>", b"/Resources 3 0 R", b" Tr 3", b" Tz", b" Ts", b" '", b' "',
)  # fmt: skip
