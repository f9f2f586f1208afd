"""A page's policy allows what stands in the page, to the letter, and nothing that was added."""

import base64
import hashlib

from quoteproof.exports.policy import policy, with_policy

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>x</title>
<script>let a = "<b>&amp;";</script><script src="a.js"></script></head>
<body><script type="application/json">{"a": 1}</script>{}</body></html>
"""


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_an_inline_script_is_allowed_by_its_hash_and_data_is_no_script() -> None:
    hash = sha256('let a = "<b>&amp;";')
    assert f"script-src 'self' {hash};" in policy(PAGE)


def test_a_style_attribute_is_allowed_by_the_hash_of_its_value() -> None:
    aligned = PAGE.replace("{}", '<td style="content: &quot;a&quot;">1</td>')
    hash = sha256('content: "a"')
    assert f"style-src-attr 'unsafe-hashes' {hash};" in policy(aligned)
    assert "style-src-attr 'none';" in policy(PAGE)


def test_nothing_else_is() -> None:
    assert policy(PAGE).startswith("default-src 'none';")
    assert "unsafe-inline" not in policy(PAGE)
    assert "unsafe-eval" not in policy(PAGE)
    assert "http" not in policy(PAGE)


def test_it_stands_right_after_the_encoding_before_all_that_it_rules() -> None:
    assert with_policy(PAGE).startswith(
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src '
    )
