"""Asana's CSV names a parent by its title: two of the same name cannot be told apart, ids can."""

import csv
import io

EXPORT = """Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies)
1,2025-09-01,,2025-09-02,Texts,To do,Ines,ines@example.org,,2025-09-04,,,"Launch,Marketing",,,Page
2,2025-09-01,,2025-09-02,Page,To do,Bea,bea@example.org,,2025-09-09,,,Launch,,Texts,
3,2025-09-01,,2025-09-02,Texts,To do,Ugo,ugo@example.org,,,,,Legal,,,
4,2025-09-01,,2025-09-02,Headline,,,,,,,,,Texts,,
"""

rows = list(csv.DictReader(io.StringIO(EXPORT)))
by_id = {row["Task ID"]: row for row in rows}

# One task in two projects, once in the file.
assert by_id["1"]["Projects"].split(",") == ["Launch", "Marketing"]
assert [row["Task ID"] for row in rows if "Marketing" in row["Projects"]] == ["1"]

# Who waits for whom.
assert by_id["2"]["Blocked By (Dependencies)"] == "Texts" and by_id["1"]["Blocking (Dependencies)"] == "Page"

# The parent is a name: ambiguous here. And a subtask is in no project and in no section.
parents = [row["Task ID"] for row in rows if row["Name"] == by_id["4"]["Parent task"]]
assert parents == ["1", "3"]
assert by_id["4"]["Projects"] == by_id["4"]["Section/Column"] == ""

# What belongs to nobody can be listed.
assert [row["Name"] for row in rows if not row["Assignee"] or not row["Due Date"]] == ["Texts", "Headline"]
