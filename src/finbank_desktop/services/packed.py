"""Many objects kept small: blocks of them pickled and squeezed, and unpacked one block at a time.

The rows of a plan of a hundred thousand titles are looked at from first to last, or one of them; as objects they would
take a hundred times the memory.
"""

import io
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar, overload

T = TypeVar("T")
_Reader: TypeAlias = tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]

BLOCO = 512
"""Objects in a block: while one is packed no other thread of the program moves, the window's neither."""
_LEVEL = 1
"""Of zlib: the lines of a bank file shrink to a sixth; more takes longer than it saves."""


class Packed(Sequence[T], Generic[T]):
    """A sequence that grows by blocks and is otherwise never changed."""

    def __init__(self, objs: Iterable[T] = (), *, without: tuple[str, ...] = ()) -> None:
        """Keep *objs*.

        Args:
            objs: The first of them.
            without: Attributes of dataclasses that are not kept; they come back as their default.
        """
        self._blocks: list[bytes] = []
        self._starts = [0]
        self._without = without
        self._last: tuple[int, Sequence[T]] = (-1, ())
        self.extend(objs)

    def extend(self, objs: Iterable[T]) -> None:
        """Add *objs* behind the others, as blocks of their own."""
        todas = tuple(objs)
        for start in range(0, len(todas), BLOCO):
            some = todas[start : start + BLOCO]
            self._blocks.append(zlib.compress(_dump(some, self._without), _LEVEL))
            self._starts.append(self._starts[-1] + len(some))

    def __len__(self) -> int:
        """Return how many there are."""
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Return one or several."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        number = next(n for n, start in enumerate(self._starts[1:]) if at < start)
        if self._last[0] != number:
            self._last = (number, self._unpacked(number))
        return self._last[1][at - self._starts[number]]

    def __iter__(self) -> Iterator[T]:
        """Yield all of them."""
        for block in self.blocks():
            yield from block

    def blocks(self) -> Iterator[Sequence[T]]:
        """Yield all of them, a block at a time."""
        return map(self._unpacked, range(len(self._blocks)))

    def _unpacked(self, number: int) -> Sequence[T]:
        objs: Sequence[T] = pickle.loads(zlib.decompress(self._blocks[number]))  # noqa: S301 - packed here, never outside
        return objs


def blocks(objs: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield *objs* some thousand at a time, however they are kept."""
    if isinstance(objs, Packed):
        return objs.blocks()
    return (objs[start : start + BLOCO] for start in range(0, len(objs), BLOCO))


class _Pickler(pickle.Pickler):
    """Writes dataclasses by their values; the way the library has for those with slots is three times slower."""

    def __init__(self, file: io.BytesIO, without: tuple[str, ...]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._without = without
        self._readers: dict[type, _Reader | None] = {}

    def reducer_override(self, obj: object) -> Any:
        """Return how *obj* is made again."""
        kind = type(obj)
        if kind not in self._readers:
            ours = is_dataclass(kind) and kind.__reduce_ex__ is object.__reduce_ex__
            self._readers[kind] = _reader(kind, self._without) if ours else None
        found = self._readers[kind]
        if found is None:
            return NotImplemented
        names, values = found
        return _made, (kind, names, values(obj))


def _dump(objs: Sequence[Any], without: tuple[str, ...]) -> bytes:
    file = io.BytesIO()
    _Pickler(file, without).dump(objs)
    return file.getvalue()


def _reader(kind: type, without: tuple[str, ...]) -> _Reader:
    names = tuple(field.name for field in fields(kind) if field.name not in without)
    get = attrgetter(*names)
    return names, get if len(names) > 1 else lambda obj: (get(obj),)


def _made(kind: Callable[..., object], names: tuple[str, ...], values: tuple[Any, ...]) -> object:
    return kind(**dict(zip(names, values, strict=True)))
