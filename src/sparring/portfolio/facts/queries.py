"""Facts of a query: its tables, the columns that it filters and sorts by, how values get into it, whether it is bounded; and of a query in a loop."""

import ast
import re
from dataclasses import dataclass

from sparring.portfolio.facts.code import At, Facts, dotted, enclosing, identifiers, inside, last, loops
from sparring.portfolio.sources import Source

_TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE|JOIN)\s+[\"'`\[]?(?:\w+\.)?([A-Za-z_]\w*)", re.IGNORECASE)
_WHERE = re.compile(r"\bWHERE\b(.*?)(?=\b(?:GROUP|ORDER|LIMIT|RETURNING|UNION|HAVING)\b|\Z)", re.IGNORECASE | re.DOTALL)
_ORDER = re.compile(r"\bORDER\s+BY\b(.*?)(?=\b(?:LIMIT|OFFSET|FETCH|UNION)\b|[;)]|\Z)", re.IGNORECASE | re.DOTALL)
_COMPARED = re.compile(
    r"(?:\w+\.)?([A-Za-z_]\w*)[\"`\])]*\s*(?:=|<|>|!=|\bLIKE\b|\bILIKE\b|\bIN\b|\bBETWEEN\b|\bIS\b|\bNOT\b)", re.IGNORECASE
)
_JOINED = re.compile(r"\bON\b\s*(?:\w+\.)?(\w+)\s*=\s*(?:\w+\.)?(\w+)", re.IGNORECASE)
_COLUMN = re.compile(r"(?:\w+\.)?([A-Za-z_]\w*)")
_INDEX = re.compile(r"CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s+ON\s+(\w+)\s*\(([^)]*)\)", re.IGNORECASE)
KEYWORD = re.compile(
    "select|from|where|order|group|having|limit|offset|insert|into|values|update|delete|join|left|inner|outer|union|distinct|count|coalesce"
    "|create|table|index|exists|primary|integer|text|null|default|autoincrement|unique|returning|between|like|case|when|then|else",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\?|%s|%\(\w+\)s|(?<![\w:]):\w+|\$\d")
_VALUE = "«value»"
_NO_COLUMN = frozenset(
    "and or not null true false asc desc select from where date lower upper coalesce count sum exists distinct as in is case when then end".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """An SQL text in a program: `formatted` where values are put into the text itself, `given` where they are handed over beside it."""

    text: str
    formatted: bool
    raw: bool
    given: bool
    call: ast.Call | None


def tables_in(text: str) -> list[str]:
    """The tables that an SQL text names."""
    return list(dict.fromkeys(_TABLE.findall(text))) if re.search(r"\b(SELECT|INSERT|UPDATE|DELETE)\b", text, re.IGNORECASE) else []


def statement_at(source: Source, line: int) -> Statement | None:
    """The statement whose text begins (or goes on) at this line."""
    constant = next(
        (one for one in source.of(ast.Constant) if one.lineno == line and isinstance(one.value, str) and tables_in(one.value)), None
    )
    if constant is None:
        return None
    whole: ast.expr = constant
    formatted = False
    for sort in (ast.JoinedStr, ast.BinOp, ast.Call):
        for node in source.of(sort):
            if constant is not node and any(one is constant for one in ast.walk(_text_of(node))):
                whole, formatted = node if not isinstance(node, ast.Call) else whole, formatted or _formats(node)
    text = _flat(whole) if formatted else str(constant.value)
    call = _executing(source, constant)
    given = bool(call and (len(call.args) > 1 or call.keywords)) and bool(_PLACEHOLDER.search(text))
    return Statement(text, formatted, formatted and _raw(source, whole, line), given, call)


def _text_of(node: ast.AST) -> ast.AST:
    """The part of a node that may be the SQL text itself: `"…".format(…)`, `"…" % …`, `"…" + …`."""
    if isinstance(node, ast.Call):
        return node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "format" else ast.Pass()
    return node


def _formats(node: ast.AST) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(one, ast.FormattedValue) for one in node.values)
    if isinstance(node, ast.BinOp):
        sides = (node.left, node.right)
        return isinstance(node.op, ast.Mod) or (
            isinstance(node.op, ast.Add) and not all(isinstance(side, ast.Constant | ast.JoinedStr) for side in sides)
        )
    return True


def _raw(source: Source, whole: ast.expr, line: int) -> bool:
    """Whether an argument of the function around goes into the text as it is."""
    function = enclosing(source, line)
    own = {one.arg for one in [*function.args.args, *function.args.kwonlyargs]} if function else set()
    put = [one.value for one in ast.walk(whole) if isinstance(one, ast.FormattedValue)] or [
        one for one in ast.walk(whole) if isinstance(one, ast.Name)
    ]
    return any(isinstance(one, ast.Name) and one.id in own for one in put)


def _flat(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else _VALUE for one in node.values)
    if isinstance(node, ast.BinOp):
        return _flat(node.left) + ("" if isinstance(node.op, ast.Mod) else _flat(node.right))
    return str(node.value) if isinstance(node, ast.Constant) else _VALUE


def _executing(source: Source, constant: ast.Constant) -> ast.Call | None:
    """The call that runs the text: it holds it, or a name that it was given."""
    running = [
        one
        for one in source.of(ast.Call)
        if last(one.func)
        in ("execute", "executemany", "raw", "text", "read_sql", "scalar", "fetch", "fetchall", "fetchone", "fetchrow", "query")
    ]
    for call in running:
        if any(one is constant for one in inside([*call.args])):
            return call
    named = next((last(node.targets[0]) for node in source.of(ast.Assign) if any(one is constant for one in ast.walk(node.value))), "")
    return next((call for call in running if named and call.args and isinstance(call.args[0], ast.Name) and call.args[0].id == named), None)


def query(at: At) -> Facts:
    """Flags: select, write, where, order, filtered (where, order or join), limit, formatted, given, joined, key (filters by its id), all-rows."""
    source, line = at.source, at.line
    facts = Facts()
    found = statement_at(source, line)
    if found is None:
        return facts
    text = found.text
    verb = re.search(r"\b(SELECT|INSERT|UPDATE|DELETE)\b", text, re.IGNORECASE)
    facts.flag("select" if verb and verb[1].upper() == "SELECT" else "write")
    facts.flag("insert", verb and verb[1].upper() == "INSERT")
    where, order = _where(text), _sorted_by(text)
    joined = [name for pair in _JOINED.findall(text) for name in pair]
    for name, on in (
        ("where", where),
        ("order", order),
        ("joined", re.search(r"\bJOIN\b", text, re.IGNORECASE)),
        ("filtered", where or order or joined),
    ):
        facts.flag(name, on)
    facts.flag("limit", re.search(r"\bLIMIT\b|\bFETCH\s+FIRST\b|\bTOP\s+\d", text, re.IGNORECASE))
    facts.flag(
        "single",
        re.search(r"SELECT\s+(COUNT|SUM|AVG|MIN|MAX)\s*\(", text, re.IGNORECASE) and not re.search(r"\bGROUP\b", text, re.IGNORECASE),
    )
    facts.flag("formatted", found.formatted)
    facts.flag("injectable", found.raw)
    facts.flag("given", found.given and not found.formatted)
    facts.flag("key", any(name.lower() in ("id", "pk", "rowid", "uuid") for name in where))
    facts.flag("unbounded", "select" in facts.flags and not {"limit", "single", "key"} & set(facts.flags))
    _named(source, text, [*where, *order, *joined], facts)
    facts.name("sorted", order)
    here = enclosing(source, line)
    others = {one.name for other in at.subject.sources.program for one in other.functions} - ({here.name} if here else set())
    facts.literal("others", sorted(others)[:60])
    facts.flag("wildcard", re.search(r"LIKE\s+'%|LIKE\s+\"%", text, re.IGNORECASE))
    _indexes(at, text, where, order, facts)
    facts.show("sql", source, line, " ".join(text.split()))
    facts.says["columns"] = ", ".join(f"`{name}`" for name in dict.fromkeys([*where, *order])) or "-"
    return facts


def _indexes(at: At, text: str, where: list[str], order: list[str], facts: Facts) -> None:
    """Whether the program creates an index whose first column the query filters or sorts by."""
    tables = {name.lower() for name in tables_in(text)}
    made = [
        one
        for other in at.subject.sources.program
        for node in other.of(ast.Constant)
        if isinstance(node.value, str)
        for one in _INDEX.findall(node.value)
    ]
    fitting = [
        (name, table, columns)
        for name, table, columns in made
        if table.lower() in tables and columns.split(",")[0].strip().lower() in {one.lower() for one in (*where, *order)}
    ]
    facts.flag("indexed" if fitting else "unindexed")
    if fitting:
        facts.says["index_code"] = f"`{fitting[0][0]} ON {fitting[0][1]} ({fitting[0][2]})`"


def _where(text: str) -> list[str]:
    found = [name for part in _WHERE.findall(text) for name in _COMPARED.findall(part)]
    return [name for name in dict.fromkeys(found) if name.lower() not in _NO_COLUMN]


def _sorted_by(text: str) -> list[str]:
    found = [name for part in _ORDER.findall(text) for name in _COLUMN.findall(part)]
    return [name for name in dict.fromkeys(found) if name.lower() not in _NO_COLUMN]


def _named(source: Source, text: str, columns: list[str], facts: Facts) -> None:
    """The columns that an index may serve, those that it may not, the tables; and what other queries of the file ask for."""
    facts.name("columns", dict.fromkeys(columns))
    facts.name("tables", tables_in(text))
    here = {name.lower() for name in re.findall(r"[A-Za-z_]\w*", text)}
    selected = re.search(r"\bSELECT\b(.*?)\bFROM\b", text, re.IGNORECASE | re.DOTALL)
    only = {name for name in _COLUMN.findall(selected[1]) if name.lower() not in _NO_COLUMN} if selected else set()
    others = [one.value for one in source.of(ast.Constant) if isinstance(one.value, str) and tables_in(one.value)]
    away = {name for other in others for name in [*_where(other), *_sorted_by(other)] if name.lower() not in here}
    facts.name("unindexed", sorted((only | away) - set(columns) - set(tables_in(text))))
    facts.without("unindexed", "columns", "tables")
    facts.name("other_tables", sorted({name for other in others for name in tables_in(other) if name.lower() not in here}))
    facts.without("other_tables", "columns", "tables")


def in_loop(at: At) -> Facts:
    """Flags: sql or orm, prefetched (something brings related rows along), awaited. Names: looped (over what), asked (what the inner query reads)."""
    source, line = at.source, at.line
    facts = Facts()
    around = [one for one in loops(source) if one.lineno <= line <= (one.end_lineno or 0)]
    call = next((one for one in source.of(ast.Call) if one.lineno == line), None)
    if not around or call is None:
        return facts
    loop = max(around, key=lambda one: one.lineno)
    texts = [one for one in inside([*call.args]) if isinstance(one, ast.Constant) and isinstance(one.value, str) and tables_in(one.value)]
    found = statement_at(source, texts[0].lineno if texts else line)
    facts.flag("sql" if found else "orm")
    names = identifiers([enclosing(source, line) or loop])
    facts.flag("prefetched", names & {"select_related", "prefetch_related", "joinedload", "selectinload", "in_bulk", "id__in", "pk__in"})
    asked = {*tables_in(found.text)} if found else {part for part in dotted(call.func).split(".") if part[:1].isupper()}
    facts.name("asked", asked)
    facts.name(
        "looped",
        {name for name in identifiers([loop.iter, loop.target]) if len(name) > 1} - {"range", "enumerate", "fetchall", "objects", "all"},
    )
    everything = {name for one in source.of(ast.Constant) if isinstance(one.value, str) for name in tables_in(one.value)}
    everything |= {node.value.id for node in source.of(ast.Attribute) if node.attr == "objects" and isinstance(node.value, ast.Name)}
    facts.name("elsewhere", sorted(everything - asked - names))
    facts.without("elsewhere", "asked", "looped")
    facts.show("loop", source, loop.lineno)
    verb = re.search(r"\b(INSERT|UPDATE|DELETE)\b", found.text, re.IGNORECASE) if found else None
    facts.flag("write", verb or last(call.func) in ("create", "save", "update", "delete"))
    listed = identifiers([loop.iter]) & {"objects", "execute", "query", "fetchall", "fetch", "scalars"}
    facts.says["count"] = "501" if listed else "500"
    _commits(source, loop, line, facts)
    facts.says["asked"] = ", ".join(f"`{name}`" for name in sorted(asked)) or f"`{last(call.func)}`"
    return facts


def _commits(source: Source, loop: ast.For | ast.AsyncFor | ast.While, line: int, facts: Facts) -> None:
    """Whether what the loop sends is confirmed once, after it, or each time round."""
    function = enclosing(source, line)
    commits = [
        one.lineno
        for one in inside(function.body if function else source.nodes[:1])
        if isinstance(one, ast.Call) and last(one.func) == "commit"
    ]
    within = [at for at in commits if loop.lineno <= at <= (loop.end_lineno or 0)]
    after = [at for at in commits if at > (loop.end_lineno or 0)]
    facts.flag("commit-inside", within)
    facts.flag("commit-after", after and not within)
    if within or after:
        facts.show("commit", source, (within or after)[0])
