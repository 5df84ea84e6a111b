"""The little of protocol buffers that a list of media needs: fields of a message, in order (protobuf.dev, Encoding)."""

from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Each field's number and value: an int for a varint, bytes for everything else. ValueError where the data ends too early."""
    place = 0
    while place < len(data):
        key, place = _varint(data, place)
        kind = key & 7
        if kind == VARINT:
            number, place = _varint(data, place)
            yield key >> 3, number
            continue
        length = {FIXED64: 8, FIXED32: 4}.get(kind)
        if kind == BYTES:
            length, place = _varint(data, place)
        if length is None or place + length > len(data):
            raise ValueError(f"field at byte {place} cannot be read")
        yield key >> 3, data[place : place + length]
        place += length


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while place < len(data) and shift < 64:
        byte = data[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return value, place
    raise ValueError(f"number at byte {place} does not end")
