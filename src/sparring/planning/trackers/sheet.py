"""A table that is being written: columns may be added while rows are."""

from collections.abc import Sequence


class Column:
    """One column; two of one name are two."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


Row = dict[Column, str]


class Sheet:
    """Columns in their order, and rows as cells by column."""

    def __init__(self, header: Sequence[str]) -> None:
        self._columns = [Column(name) for name in header]
        self._given = tuple(self._columns)
        self._rows: list[Row] = []

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self._columns]

    def columns(self, name: str) -> list[Column]:
        """The columns of a name, blanks around it aside."""
        return [column for column in self._columns if column.name.strip() == name.strip()]

    def another(self, name: str) -> Column:
        """A further column of that name, beside the last of its name."""
        at = max(
            (number for number, column in enumerate(self._columns, 1) if column.name.strip() == name.strip()), default=len(self._columns)
        )
        column = Column(name)
        self._columns.insert(at, column)
        return column

    def row(self, cells: Sequence[str]) -> Row:
        """A new row with these cells in the columns that the table began with."""
        own = dict(zip(self._given, cells, strict=False))
        self._rows.append(own)
        return own

    def rows(self) -> list[list[str]]:
        """All rows, each as wide as the header."""
        return [[row.get(column, "") for column in self._columns] for row in self._rows]
