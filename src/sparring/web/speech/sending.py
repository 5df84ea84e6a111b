"""Sending sound: whole, or the stretch of it that a player asks for."""

import re

from django.http import HttpResponse

_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})$")


def sound(data: bytes, kind: str, wanted: str) -> HttpResponse:
    """The sound as a response; `wanted` is the request's Range header. A range that makes no sense is answered with 416, several at once with the whole."""
    matched = _RANGE.match(wanted)
    response = HttpResponse(content_type=kind, headers={"accept-ranges": "bytes"})
    if not matched or matched[1] == matched[2] == "":
        response.content = data
        return response
    first, last = _ends(matched[1], matched[2], len(data))
    if first > last:
        response.status_code = 416
        response.headers["content-range"] = f"bytes */{len(data)}"
        return response
    response.status_code = 206
    response.headers["content-range"] = f"bytes {first}-{last}/{len(data)}"
    response.content = data[first : last + 1]
    return response


def _ends(first: str, last: str, size: int) -> tuple[int, int]:
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last) if last else size - 1, size - 1)
