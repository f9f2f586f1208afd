"""Values that know where in a summary file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from quoteproof.diagnostics.finding import Location

NOWHERE = Location("", 0, 0)


class MappingAt(dict[str, Any]):
    """A YAML mapping with its place, and the places of its keys and values."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, Location] = {}
        self.values_at: dict[str, Location] = {}
        self.left_out: set[str] = set()
        """Keys of which something did not fit the schema and was left out, after being told."""

    def put(self, key: str, value: object, key_at: Location, value_at: Location) -> None:
        """Set a key and remember where both halves stand."""
        self[key] = value
        self.keys_at[key] = key_at
        self.values_at[key] = value_at


class ListAt(list[Any]):
    """A YAML sequence with its place, and the places of its items."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at
        self.items_at: list[Location] = []

    def add(self, item: object, at: Location) -> None:
        """Append an item and remember where it stands."""
        self.append(item)
        self.items_at.append(at)


class Located(BaseModel):
    """A frozen model that refuses unknown keys and remembers the mapping it was read from."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    _origin: MappingAt | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        expanded = cls.expand(data)
        made = handler(expanded)
        if isinstance(expanded, MappingAt):
            made._origin = expanded
        return made

    @classmethod
    def expand(cls, data: Any) -> Any:
        """The long form of what is written; ValueError where it is no form of this model."""
        return data

    @property
    def at(self) -> Location:
        """Where the mapping begins."""
        return self._origin.at if self._origin is not None else NOWHERE

    def at_value(self, key: str, index: int | None = None) -> Location:
        """Where the value of `key` (or its item `index`) begins; the mapping's place if unknown."""
        if self._origin is None or key not in self._origin:
            return self.at
        value = self._origin[key]
        if index is not None and isinstance(value, ListAt) and index < len(value.items_at):
            return value.items_at[index]
        return self._origin.values_at[key]

    def is_whole(self, key: str) -> bool:
        """Whether all that is written under `key` was read."""
        return self._origin is None or key not in self._origin.left_out

    def inside(self) -> Iterator[Located]:
        """Itself and every located model below it, in the order of the fields."""
        yield self
        for name in type(self).model_fields:
            value = getattr(self, name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Located):
                    yield from item.inside()
