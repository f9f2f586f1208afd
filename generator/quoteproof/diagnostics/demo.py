"""A very small briefing, whole and right: the ground on which every code's example stands.

The town, its office and its newspaper are invented.
"""

from __future__ import annotations

EXAMPLE = "seeds/summaries/your-example.yml"
"""Where the example of a code is put: it is read after the other files."""

FILES: dict[str, str] = {
    "seeds/sources/office.txt": """\
Harbour office of Norrvik

The northern pier will reopen on 4 May 2020, the harbour office of Norrvik said on Monday.
About 40 boats were moved to the southern pier.
""",
    "seeds/sources/post.txt": """\
Norrvik Post, 28 April 2020

Some 55 boats had to leave the northern pier. The office said that the pier will reopen in May.
The southern pier is full, and the southern pier will stay open.
""",
    "seeds/summaries/briefing.yml": """\
briefing:
  title: The pier of Norrvik
  scope: The closing and reopening of the northern pier.
  as_of: 2020-04-28
  sides: [{id: town, title: The town}]
overview:
  bottom_line:
    - text: The harbour office of Norrvik said that the northern pier will reopen on 4 May 2020.
      kind: attributed-claim
      cite:
        - office: "The northern pier will reopen on 4 May 2020, the harbour office of Norrvik said"
""",
    "seeds/summaries/sources.yml": """\
sources:
  - id: office
    file: office.txt
    sha256: 1c2b69f58be1a5f476f694b352d148adf4ee8fdfcbe1a998e62876c47cddab13
    title: Harbour office of Norrvik
    publisher: Harbour office of Norrvik
    issued: 2020-04-27
    genre: official-statement
    rights: full-text
    descriptor: {text: The office that runs the harbour., background: invented for this example}
  - id: post
    file: post.txt
    sha256: 875750fe476340224d5bb75d2cd26d73c6ea328a99a3e27d1b8ba5207682741c
    title: Norrvik Post
    publisher: Norrvik Post
    issued: 2020-04-28
    genre: staff-report
    rights: full-text
    descriptor:
      text: A newspaper that reported on some 55 boats.
      cite: [{post: Some 55 boats had to leave the northern pier}]
""",
    "seeds/summaries/actors.yml": """\
actors:
  - {id: harbour-office, name: Harbour office of Norrvik, type: state, side: town}
""",
}
