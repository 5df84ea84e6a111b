"""Facts of how data is split for a model: by what, and what is fitted before."""

import ast

from sparring.portfolio.facts.code import At, Facts, dotted, keyword, last
from sparring.portfolio.sources import Source

_GROUPED = ("GroupKFold", "GroupShuffleSplit", "StratifiedGroupKFold", "LeaveOneGroupOut")
_CROSSED = (
    "cross_val_score",
    "cross_validate",
    "KFold",
    "StratifiedKFold",
    "TimeSeriesSplit",
    "GridSearchCV",
    "RandomizedSearchCV",
    *_GROUPED,
)
_BASELINES = ("DummyClassifier", "DummyRegressor", "baseline")
_PREPARING = ("Scaler", "Imputer", "Encoder", "Vectorizer", "PCA", "SelectKBest", "Transformer", "Normalizer")


def split(at: At) -> Facts:
    """Flags: halved (train_test_split); seeded, stratified, grouped, timed, crossed, piped, baseline or not; leaky (something is fitted on everything before), clean."""
    source, line = at.source, at.line
    facts = Facts()
    calls = source.of(ast.Call)
    names = {last(call.func) for call in calls}
    halves = [call for call in calls if last(call.func) == "train_test_split"]
    facts.flag("halved", halves)
    _options(halves, facts)
    facts.flag("grouped" if names & set(_GROUPED) else "ungrouped")
    facts.flag("timed" if "TimeSeriesSplit" in names or _unshuffled(halves) or (not halves and _by_date(source)) else "untimed")
    facts.flag("crossed" if names & set(_CROSSED) else "uncrossed")
    facts.flag("piped" if names & {"Pipeline", "make_pipeline", "ColumnTransformer", "make_column_transformer"} else "unpiped")
    facts.flag("baseline" if names & set(_BASELINES) or "baseline" in source.text.lower() else "no-baseline")
    _leaks(source, halves, facts)
    shown = halves[0].lineno if halves else line
    facts.show("split", source, shown)
    return facts


def _options(halves: list[ast.Call], facts: Facts) -> None:
    def given(name: str) -> bool:
        value = keyword(halves[0], name) if halves else None
        return value is not None and not (isinstance(value, ast.Constant) and value.value is None)

    facts.flag("seeded" if given("random_state") else "unseeded")
    facts.flag("stratified" if given("stratify") else "unstratified")


def _unshuffled(halves: list[ast.Call]) -> bool:
    value = keyword(halves[0], "shuffle") if halves else None
    return isinstance(value, ast.Constant) and value.value is False


def _by_date(source: Source) -> bool:
    """Whether rows are put apart by comparing a date, or by their place after sorting."""
    compared = any("date" in ast.unparse(node).lower() or "year" in ast.unparse(node).lower() for node in source.of(ast.Compare))
    return compared or ("sort_values" in source.text and "iloc" in source.text)


def _leaks(source: Source, halves: list[ast.Call], facts: Facts) -> None:
    """What is fitted on the whole data before it is split."""
    first = min((call.lineno for call in halves), default=0)
    kinds = {
        last(target): dotted(node.value) for node in source.of(ast.Assign) if isinstance(node.value, ast.Call) for target in node.targets
    }
    fitted = []
    for call in source.of(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("fit_transform", "fit") and call.lineno < first:
            made = dotted(call.func.value)
            kind = kinds.get(made.split(".")[-1], made)
            if call.func.attr == "fit_transform" or any(word in kind for word in _PREPARING):
                fitted.append((call, kind))
    facts.flag("leaky", fitted)
    facts.flag("clean", halves and not fitted)
    prepared = [last(call.func) for call in source.of(ast.Call) if any(word in last(call.func) for word in _PREPARING)]
    facts.flag("prepared", prepared)
    facts.name(
        "prepared",
        prepared,
        plain="scaler scal* imput* encod* preprocess* normaliz* normalizz* vettorizz* vectoriz* feature* features".split(),
    )
    if fitted:
        facts.show("leak", source, fitted[0][0].lineno)
