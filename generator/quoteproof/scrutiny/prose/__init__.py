"""What plain English prose says: its numbers, dates, names, denials and modal verbs.

Pure functions on text: no briefing, no files. The rules know English only; callers ask them of no
other language, save for digits (`numbers.digits`), which are compared in any.
"""
