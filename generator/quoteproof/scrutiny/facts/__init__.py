"""Whether the passages beside a sentence carry what it says (`FCT`).

`questions` goes through the sentences; `ground` is what each rests on; `carried` asks the others in
turn: `numbers`, `dates` and `names` whether they stand there, `denied`, `affirmed`, `silence`,
`manner` and `hedges` how it is said, `parties` who does it to whom, and `speakers` who says so.
`derived` works out what is declared.
"""
