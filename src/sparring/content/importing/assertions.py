"""unittest's assertions as plain asserts and `with raises(…)`, the two forms in which a case is written."""

import ast
import re

from sparring.content.importing.drafts import CannotImportError

EQUAL = {f"assert{kind}Equal" for kind in ("", "List", "Dict", "Set", "Tuple", "Sequence", "MultiLine")} | {"assertEquals"}
COMPARED: dict[str, type[ast.cmpop]] = {
    "assertNotEqual": ast.NotEq,
    "assertIs": ast.Is,
    "assertIsNot": ast.IsNot,
    "assertIn": ast.In,
    "assertNotIn": ast.NotIn,
    "assertGreater": ast.Gt,
    "assertGreaterEqual": ast.GtE,
    "assertLess": ast.Lt,
    "assertLessEqual": ast.LtE,
}


def assertion(call: ast.Call) -> ast.stmt | None:
    """The statement that `self.assertX(…)` means; CannotImportError if it has no plain form."""
    assert isinstance(call.func, ast.Attribute)
    name, args = call.func.attr, call.args
    if name in ("assertRaises", "assertRaisesRegex"):
        return raising(call, name)
    if name in EQUAL and len(args) >= 2:
        return _assert(ast.Compare(args[0], [ast.Eq()], [args[1]]))
    if name in COMPARED and len(args) >= 2:
        return _assert(ast.Compare(args[0], [COMPARED[name]()], [args[1]]))
    test = _test(name, args, call)
    if test is None:
        raise CannotImportError(call.lineno, "importing.assertion", name=name)
    return _assert(test)


def _assert(test: ast.expr) -> ast.stmt:
    return ast.fix_missing_locations(ast.Assert(test, None))


def _expression(template: str, *parts: ast.expr) -> ast.expr:
    return ast.parse(template.format(*(f"({ast.unparse(part)})" for part in parts)), mode="eval").body


def _test(name: str, args: list[ast.expr], call: ast.Call) -> ast.expr | None:
    match name, args:
        case (("assertTrue" | "assert_"), [value, *_]):
            return value
        case "assertFalse", [value, *_]:
            return ast.UnaryOp(ast.Not(), value)
        case "assertIsNone", [value, *_]:
            return _expression("{} is None", value)
        case "assertIsNotNone", [value, *_]:
            return _expression("{} is not None", value)
        case "assertIsInstance", [value, kind, *_]:
            return _expression("isinstance({}, {})", value, kind)
        case "assertCountEqual", [one, other, *_]:
            return _expression("sorted({}, key=repr) == sorted({}, key=repr)", one, other)
        case (("assertAlmostEqual" | "assertNotAlmostEqual"), [one, other, *rest]):
            near = _expression(f"abs({{}} - {{}}) <= {_margin(rest, call)}", one, other)
            return near if name == "assertAlmostEqual" else ast.UnaryOp(ast.Not(), near)
        case "assertRegex", [text, pattern, *_]:
            return _expression("re.search({}, {}) is not None", pattern, text)
    return None


def _margin(rest: list[ast.expr], call: ast.Call) -> str:
    """How far apart two numbers may lie: `delta`, or half a unit of the last of `places` (7 unless told)."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if "delta" in named:
        return ast.unparse(named["delta"])
    places = named.get("places", rest[0] if rest else ast.Constant(7))
    if not isinstance(places, ast.Constant) or not isinstance(places.value, int):
        raise CannotImportError(call.lineno, "importing.assertion", name="assertAlmostEqual")
    return repr(0.5 * 10.0**-places.value)


def raising(call: ast.Call, name: str) -> ast.stmt:
    """`self.assertRaises(E, function, *args)` as a block."""
    wanted = 2 if name == "assertRaisesRegex" else 1
    if len(call.args) <= wanted:
        raise CannotImportError(call.lineno, "importing.assertion", name=name)
    match = call.args[1] if name == "assertRaisesRegex" else None
    body = ast.Expr(ast.Call(call.args[wanted], call.args[wanted + 1 :], call.keywords))
    return raises_block(call.args[0], match, [body])


def raises_block(kind: ast.expr, match: ast.expr | None, body: list[ast.stmt]) -> ast.With:
    """`with raises(kind, match=…): body`."""
    keywords = [ast.keyword("match", match)] if match is not None else []
    context = ast.Call(ast.Name("raises", ast.Load()), [kind], keywords)
    return ast.fix_missing_locations(ast.With([ast.withitem(context, None)], body))


def expects(call: ast.expr) -> tuple[ast.expr, ast.expr | None] | None:
    """The exception and the pattern that a `with` waits for: unittest's or pytest's way; None if it is another context."""
    if not isinstance(call, ast.Call) or not call.args:
        return None
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "assertRaisesRegex" and len(call.args) > 1:
        return call.args[0], call.args[1]
    if name in ("assertRaises", "raises"):
        return call.args[0], next((keyword.value for keyword in call.keywords if keyword.arg == "match"), None)
    return None


def message_of(node: ast.stmt, caught: str) -> str | None:
    """What a statement after `with … as caught` says of the exception: its message as a pattern, '' where it says nothing that `raises` does not, None if it
    is about something else.
    """
    if not any(isinstance(inner, ast.Name) and inner.id == caught for inner in ast.walk(node)):
        return None
    if not _reads_message(node, caught):
        return ""
    texts = [inner.value for inner in ast.walk(node) if isinstance(inner, ast.Constant) and isinstance(inner.value, str)]
    return re.escape(max(texts, key=len)) if texts else ""


def _reads_message(node: ast.stmt, caught: str) -> bool:
    """Whether the statement looks at the exception's text: `args`, `str(…)`, `message`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and inner.attr in ("args", "message"):
            return True
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id in ("str", "repr"):
            return any(isinstance(part, ast.Name) and part.id == caught for part in ast.walk(inner))
    return False
