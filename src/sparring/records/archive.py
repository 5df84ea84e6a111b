"""Everything of a learner as plain rows, back from plain rows, and gone. Reads the tables as they are, so that a new table is in it by itself."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection
from django.db import models as db

from sparring.core.codec import cleaned
from sparring.records import models
from sparring.records.store import _writing as writing

Row = dict[str, Any]
BATCH = 2000


def tables() -> list[type[db.Model]]:
    """The tables that hold a learner's things, each after those that it points to."""
    left = [model for model in apps.get_app_config("records").get_models() if model is not models.Learner]
    ordered: list[type[db.Model]] = []
    while left:
        ready = [model for model in left if all(target in (*ordered, models.Learner, model) for target in _targets(model))]
        ordered += ready
        left = [model for model in left if model not in ready]
    return ordered


def _targets(model: type[db.Model]) -> list[Any]:
    return [field.related_model for field in _fields(model) if field.is_relation]


def _fields(model: type[db.Model]) -> list[Any]:
    return list(model._meta.concrete_fields)


def rows(model: type[db.Model], learner: str) -> Iterator[Row]:
    """A table's rows of a learner in the order they were written, as JSON values; numbers that only this database knows are left out."""
    found = model._default_manager.filter(**{_path(model): learner}).order_by("pk")
    names = {_source(field): field.name for field in _fields(model) if not _own_number(field) and field.related_model is not models.Learner}
    for values in found.values_list(*names).iterator(chunk_size=BATCH):
        yield {name: _plain(value) for name, value in zip(names.values(), values, strict=True)}


def _path(model: type[db.Model]) -> str:
    """The look-up that leads from a row to its learner's name."""
    for field in _fields(model):
        if field.related_model is models.Learner:
            return f"{field.name}__name"
    relation = next(field for field in _fields(model) if field.is_relation)
    return f"{relation.name}__{_path(relation.related_model)}"


def _own_number(field: Any) -> bool:
    return isinstance(field, db.AutoField | db.BigAutoField)


def _source(field: Any) -> str:
    """Where a field's value is read: a reference to a row that has only a number is read as what that row itself points to."""
    if not field.is_relation or field.related_model is models.Learner:
        return str(field.name)
    if not _own_number(field.related_model._meta.pk):
        return f"{field.name}_id"
    return f"{field.name}__{_single(field.related_model).name}_id"


def _single(model: type[db.Model]) -> Any:
    return next(field for field in _fields(model) if field.one_to_one)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else cleaned(value)


def restore(model: type[db.Model], learner: str, found: Iterable[Mapping[str, Any]]) -> int:
    """Store rows that are not there yet; how many. ValueError for rows that do not fit the table."""
    owner = models.Learner.objects.get(name=learner)
    before = model._default_manager.count()
    known = {_mark(model, row) for row in rows(model, learner)}
    fields = {field.name: field for field in _fields(model) if not _own_number(field)}
    fresh = []
    for row in found:
        if unknown := set(row) - set(fields):
            raise ValueError(f"{model.__name__}: {sorted(unknown)}")
        if _mark(model, row) not in known:
            fresh.append(
                model(**{attribute: value for name, field in fields.items() for attribute, value in _value(field, row.get(name), owner)})
            )
    try:
        with writing():
            model._default_manager.bulk_create(fresh, batch_size=BATCH, ignore_conflicts=True)
    except (IntegrityError, DataError) as error:
        raise ValueError(f"{model.__name__}: {error}") from error
    return model._default_manager.count() - before


def _value(field: Any, value: Any, owner: models.Learner) -> Iterator[tuple[str, Any]]:
    """What a field is set to; a missing value takes the field's default."""
    if field.related_model is models.Learner:
        yield field.name, owner
    elif value is None and not field.null:
        return
    elif field.is_relation and _own_number(field.related_model._meta.pk):
        target = field.related_model._default_manager.filter(**{f"{_single(field.related_model).name}_id": value}).first()
        if target is None:
            raise ValueError(f"{field.name}: {value}")
        yield field.name, target
    elif field.is_relation:
        yield f"{field.name}_id", value
    else:
        yield field.name, _read(field, value)


def _read(field: Any, value: Any) -> Any:
    """A value as the field takes it; ValueError where it does not."""
    try:
        return field.to_python(value)
    except ValidationError as error:
        raise ValueError(f"{field.name}: {'; '.join(error.messages)}") from error


def _mark(model: type[db.Model], row: Mapping[str, Any]) -> str:
    """What makes a row the same row: its key, else what is unique, else all of it."""
    key = model._meta.pk
    if not _own_number(key):
        return repr(row.get(key.name))
    unique = next((constraint.fields for constraint in model._meta.constraints if isinstance(constraint, db.UniqueConstraint)), None)
    single = next((field.name for field in _fields(model) if field.one_to_one), None)
    names = [single] if single else [name for name in unique if name != "learner"] if unique else sorted(row)
    return repr([row.get(name) for name in names])


def erase(learner: str, now: datetime) -> None:
    """Delete every row of a learner and the space that they took; an empty learner is left."""
    with writing():
        models.Learner.objects.filter(name=learner).delete()
        models.Learner.objects.create(name=learner, created=now)
    if connection.in_atomic_block:  # the caller's transaction: the space is given back when the file is next cleaned up
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
