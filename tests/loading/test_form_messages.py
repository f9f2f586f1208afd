"""What is told of a summary that does not fit the schema, word for word."""

from __future__ import annotations

from pathlib import Path

from projects import example, findings
from quoteproof.diagnostics.demo import EXAMPLE
from quoteproof.reporters.text import report

WRONG = """\
terms:
  - id: Reopening
    title: [Reopening]
    type: opening
    specificity: high
    deadline: {earlest: 2020-02-30}
    statements: A text.
  - id: closing
    title: Closing
    type: other
    statements:
      - text: Closed.
        kind: judgment
        cite:
          - office: {qoute: About 40 boats}
          - office
          - office: {quote: About 40 boats, source: post}
      - just a text
      - {text: Open., text: Shut., likelihood: likely, confidence: low, kind: judgment}
"""

TOLD = f"""\
{EXAMPLE}:2:9: error YML205 bad-value
    `id` does not fit: an id is made of a-z, 0-9 and single hyphens, such as `joint-patrols`; found `Reopening`.
    hint: Mend the value; see `quoteproof schema`.
{EXAMPLE}:3:12: error YML203 wrong-type
    `title` must be a text, not a list.
    hint: Write it so; see `quoteproof schema`.
{EXAMPLE}:4:11: error YML204 unknown-value
    `opening` is not a value of `type`.
    hint: The values are: cessation, prohibited-act, withdrawal-disengagement, zone-corridor, patrol-joint-operation, monitoring-verification, enforcement-response, humanitarian-access, displaced-return, prisoner-detainee, counter-terrorism-carveout, infrastructure-route, political-process, guarantor-duty, follow-up-talks, entry-into-force, other.
{EXAMPLE}:5:18: error YML203 wrong-type
    `specificity` must be a whole number, not `high`.
    hint: Write it so; see `quoteproof schema`.
{EXAMPLE}:6:16: error YML201 unknown-key
    `earlest` is not a key here.
    hint: Did you mean `earliest`? The known keys are: earliest, latest, precision, basis, tz, words, note.
{EXAMPLE}:7:17: error YML203 wrong-type
    `statements` must be a list, not `A text.`.
    hint: Write it so; see `quoteproof schema`.
{EXAMPLE}:15:22: error YML201 unknown-key
    `qoute` is not a key here.
    hint: Did you mean `quote`? The known keys are: quote, prefix, suffix, relation, speaker, via, said.
{EXAMPLE}:16:13: error YML205 bad-value
    An item of `cite` does not fit: expected one source id with its quote: `source-id: the quote`; found `office`.
    hint: Mend the value; see `quoteproof schema`.
{EXAMPLE}:17:13: error YML205 bad-value
    An item of `cite` does not fit: the source is already named by the key; take out `source`.
    hint: Mend the value; see `quoteproof schema`.
{EXAMPLE}:18:9: error YML203 wrong-type
    An item of `statements` must be a mapping, not `just a text`.
    hint: Write it so; see `quoteproof schema`.
{EXAMPLE}:19:9: error YML205 bad-value
    An item of `statements` does not fit: give the likelihood or the confidence, never both in one sentence.
    hint: Mend the value; see `quoteproof schema`.
{EXAMPLE}:19:23: error YML102 duplicate-key
    The key `text` is given twice in the same mapping.
    {EXAMPLE}:19:10: the first one
    hint: Keep one of them; for several values write a list.
12 errors, no warnings"""  # noqa: E501


def test_every_fault_is_told_in_words(tmp_path: Path) -> None:
    assert "\n".join(report(findings(example(tmp_path, WRONG)))) == TOLD
