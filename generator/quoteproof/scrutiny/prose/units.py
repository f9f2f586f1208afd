"""Units of measure and time, and whether two measures are the same."""

from __future__ import annotations

from fractions import Fraction

_MONEY = (
    "dollar usd", "euro eur", "pound gbp", "rouble ruble", "crown krone kroner krona kronor koruna",
    *"lira yen franc rupee florin mark guilder peso rial dinar dirham yuan won shekel zloty forint "
    "hryvnia manat tenge baht rand naira shilling birr thaler".split(),
)  # fmt: skip
# Each: what it measures, how many of the base unit, and its names. A month and a year are means of
# the calendar; a measure is the same within 5 %, since sources round (two kilometres, one mile).
_TABLE: tuple[tuple[str, float, str], ...] = (
    ("length", 0.001, "millimetre millimeter mm"),
    ("length", 0.01, "centimetre centimeter cm"),
    ("length", 1, "metre meter m"),
    ("length", 1000, "kilometre kilometer km"),
    ("length", 1609.344, "mile mi"),
    ("length", 1852, "nautical"),
    ("length", 0.9144, "yard yd"),
    ("length", 0.3048, "foot feet ft"),
    ("length", 0.0254, "inch inches"),
    ("mass", 0.001, "gram gramme g"),
    ("mass", 1, "kilogram kilogramme kilo kg"),
    ("mass", 1000, "tonne ton"),
    ("mass", 0.4536, "lb lbs"),
    ("time", 1, "second"),
    ("time", 60, "minute"),
    ("time", 3600, "hour hr hrs"),
    ("time", 86400, "day"),
    ("time", 604800, "week"),
    ("time", 1209600, "fortnight"),
    ("time", 2629746, "month"),
    ("time", 31556952, "year"),
    ("time", 315569520, "decade"),
    ("time", 3155695200, "century centuries"),
    ("area", 10000, "hectare ha"),
    ("area", 4046.86, "acre"),
    ("area", 1, "m2 m²"),
    ("area", 1000000, "km2 km²"),
    ("volume", 1, "litre liter"),
    ("volume", 1000, "m3 m³"),
    ("volume", 3.785, "gallon"),
    ("volume", 158.987, "barrel"),
    ("share", 1, "percent"),
    ("points", 1, "percentage"),
    ("power", 1, "watt"),
    ("power", 1000, "kilowatt kw"),
    ("power", 1000000, "megawatt mw"),
    ("knot", 1, "knot"),
    *((names.split()[0], 1, names) for names in _MONEY),
)
UNITS: dict[str, tuple[str, float]] = {}
for _kind, _size, _names in _TABLE:
    for _name in _names.split():
        UNITS[_name] = (_kind, _size)
        if len(_name) > 2:
            UNITS[_name + "s"] = (_kind, _size)
for _name, (_kind, _size) in tuple(UNITS.items()):
    if _kind == "length":  # metres have squares and cubes
        UNITS[f"square {_name}"] = "area", _size**2
        UNITS[f"cubic {_name}"] = "volume", 1000 * _size**3
TIME_UNITS = frozenset(name for name, (kind, _) in UNITS.items() if kind == "time")
MONEY = frozenset(names.split()[0] for names in _MONEY)
_EXACT = 1209600
"""Times up to a fortnight have so many seconds; months and years are longer or shorter."""
AFTER_ARTICLE = frozenset(
    "kilometre kilometer mile metre meter week month year hour fortnight decade century".split()
)
"""Units of which *a* means one. (*A day*, *a second* and *a minute* say less than that.)"""
SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₺": "lira", "₽": "rouble"}


def same_measure(
    one: Fraction, unit: str, other: Fraction, other_unit: str, *, tolerance: float = 0.05
) -> bool:
    """Whether two measures are the same: exactly in one unit, and within the tolerance in two."""
    kind, size = UNITS[unit]
    other_kind, other_size = UNITS[other_unit]
    if kind != other_kind:
        return False
    if size == other_size:
        return one == other
    first, second = float(one) * size, float(other) * other_size
    if kind == "time" and max(size, other_size) <= _EXACT:
        tolerance = 0.001
    return abs(first - second) <= tolerance * max(abs(first), abs(second))
