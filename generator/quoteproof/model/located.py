"""Values that know where in a summary file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from quoteproof.diagnostics.finding import Location

NOWHERE = Location("", 0, 0)


class MappingAt(dict[str, Any]):
    """A YAML mapping with its place, and the places of its keys and values."""

    __slots__ = ("at", "keys_at", "left_out", "values_at")

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

    __slots__ = ("at", "items_at")

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
        if isinstance(expanded, MappingAt) and made.__pydantic_private__ is not None:
            made.__pydantic_private__["_origin"] = expanded
        return made

    @classmethod
    def expand(cls, data: Any) -> Any:
        """The long form of what is written; ValueError where it is no form of this model."""
        return data

    def _read_from(self) -> MappingAt | None:
        """What it was read from: past pydantic's own way to it, which takes ten times as long."""
        private = self.__pydantic_private__
        return private["_origin"] if private is not None else None

    @property
    def at(self) -> Location:
        """Where the mapping begins."""
        origin = self._read_from()
        return origin.at if origin is not None else NOWHERE

    def at_value(self, key: str, index: int | None = None) -> Location:
        """Where the value of `key` (or its item `index`) begins; the mapping's place if unknown."""
        origin = self._read_from()
        if origin is None or key not in origin:
            return self.at
        value = origin[key]
        if index is not None and isinstance(value, ListAt) and index < len(value.items_at):
            return value.items_at[index]
        return origin.values_at[key]

    def is_whole(self, key: str) -> bool:
        """Whether all that is written under `key` was read."""
        origin = self._read_from()
        return origin is None or key not in origin.left_out

    def inside(self) -> Iterator[Located]:
        """Itself and every located model below it, in the order of the fields."""
        yield self
        for name in _holding(type(self)):
            value = getattr(self, name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Located):
                    yield from item.inside()


def models_in(annotation: object) -> list[type[Located]]:
    """The located models that a field with this annotation may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Located):
        return [annotation]
    return [model for argument in get_args(annotation) for model in models_in(argument)]


@cache
def _holding(model: type[Located]) -> tuple[str, ...]:
    """The fields of a model that may hold located models."""
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if models_in(info.annotation))
