"""Calls across the component's boundary, by wasmtime's C interface directly.

wasmtime's own Python wrapper builds an object per type and per byte: 40 microseconds a call and 3 ms for the 2,500 bytes of chance that each
interpreter draws at its start. This is the same with no more than what our few signatures need. The wasmtime version is pinned.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import wasmtime
from wasmtime import _ffi as ffi
from wasmtime.component import Func, LinkerInstance
from wasmtime.component._enter import catch_exceptions, enter_wasm

Store = wasmtime.Store | wasmtime.StoreContext

_VALUE = ctypes.sizeof(ffi.wasmtime_component_val_t)
_BYTES = ctypes.POINTER(ctypes.c_uint8)
_KEPT: list[Any] = []  # callbacks that native code points to


def fuel_left(store: Store) -> int:
    """The fuel of a store, also from inside a host function."""
    left = ctypes.c_uint64(0)
    ffi.wasmtime_context_get_fuel(store._context(), ctypes.byref(left))
    return left.value


def set_fuel(store: Store, fuel: int) -> None:
    """Set the fuel of a store, also from inside a host function."""
    ffi.wasmtime_context_set_fuel(store._context(), fuel)


class Export:
    """An exported function that takes texts, whole numbers (u32) and truth values, and answers with text or nothing."""

    def __init__(self, function: Func, answers: bool) -> None:
        self._function = function
        self._answers = answers

    def __call__(self, store: wasmtime.Store, *arguments: str | int) -> str:
        """Call it; WasmtimeError for a trap, else what a host function raised. No answer is the empty text."""
        values = (ffi.wasmtime_component_val_t * len(arguments))()
        kept = [_fill(value, argument) for value, argument in zip(values, arguments, strict=True)]
        result = ffi.wasmtime_component_val_t()
        out = ctypes.byref(result) if self._answers else None
        function, context = ctypes.byref(self._function._func), store._context()
        enter_wasm(lambda: ffi.wasmtime_component_func_call(function, context, values, len(kept), out, 1 if self._answers else 0))
        if not self._answers:
            return ""
        try:
            return _text(result)
        finally:
            ffi.wasmtime_component_val_delete(ctypes.byref(result))


def _fill(value: ffi.wasmtime_component_val_t, argument: str | int) -> bytes:
    """Write an argument; the bytes that it points to, to be kept as long as it is used."""
    if isinstance(argument, str):
        data = argument.encode("utf-8")
        value.kind = ffi.WASMTIME_COMPONENT_STRING.value
        value.of.string.size = len(data)
        value.of.string.data = ctypes.cast(ctypes.c_char_p(data), _BYTES)
        return data
    if isinstance(argument, bool):
        value.kind = ffi.WASMTIME_COMPONENT_BOOL.value
        value.of.boolean = argument
    else:
        value.kind = ffi.WASMTIME_COMPONENT_U32.value
        value.of.u32 = argument
    return b""


def _text(value: ffi.wasmtime_component_val_t) -> str:
    text = value.of.string
    return ctypes.string_at(text.data, text.size).decode("utf-8") if text.size else ""


def add_text_function(instance: LinkerInstance, name: str, action: Callable[[wasmtime.StoreContext, bytes], None]) -> None:
    """Define `name: func(text: string)` as `action(store, text)`; its exceptions stop the interpreter."""

    def run(store: wasmtime.StoreContext, arguments: Any, _: Any) -> None:
        text = arguments[0].of.string
        action(store, ctypes.string_at(text.data, text.size) if text.size else b"")

    _add(instance, name, run)


def add_bytes_function(instance: LinkerInstance, name: str, answer: Callable[[wasmtime.StoreContext, int], bytes]) -> None:
    """Define `name: func(len: u64) -> list<u8>` as `answer(store, len)`, which has exactly `len` bytes; its exceptions stop the interpreter."""

    def run(store: wasmtime.StoreContext, arguments: Any, results: Any) -> None:
        data = answer(store, int(arguments[0].of.u64))
        filled = b"".join([_TEMPLATES[byte] for byte in data])
        values = ffi.wasmtime_component_vallist_t()
        ffi.wasmtime_component_vallist_new_uninit(values, len(data))
        ctypes.memmove(values.data, filled, len(filled))
        results[0].kind = ffi.WASMTIME_COMPONENT_LIST.value
        results[0].of.list = values

    _add(instance, name, run)


def _add(instance: LinkerInstance, name: str, run: Callable[[wasmtime.StoreContext, Any, Any], None]) -> None:
    def respond(_data: Any, context: Any, _type: Any, arguments: Any, _n: Any, results: Any, _m: Any) -> Any:
        return catch_exceptions(context, lambda store: run(store, arguments, results))

    callback = ffi.wasmtime_component_func_callback_t(respond)
    finalize = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(lambda _: None)
    _KEPT.extend((callback, finalize))
    encoded = name.encode()
    buffer = ctypes.create_string_buffer(encoded)
    error = ffi.wasmtime_component_linker_instance_add_func(instance.ptr(), buffer, len(encoded), callback, None, finalize)
    if error:  # type: ignore[truthy-bool]  # a null pointer is false
        raise wasmtime.WasmtimeError._from_ptr(error)


def _template(byte: int) -> bytes:
    value = ffi.wasmtime_component_val_t()
    value.kind = ffi.WASMTIME_COMPONENT_U8.value
    value.of.u8 = byte
    return ctypes.string_at(ctypes.addressof(value), _VALUE)


_TEMPLATES = [_template(byte) for byte in range(256)]
