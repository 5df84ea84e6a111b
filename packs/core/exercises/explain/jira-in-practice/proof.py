"""A Jira export repeats the column of a field with several values: a dictionary per row loses all but the last."""

import csv
import io
import re

EXPORT = """Summary,Issue key,Issue id,Issue Type,Status,Assignee,Labels,Labels,Sprint,Sprint,Outward issue link (Blocks)
Return a whole order,SHOP-12,10012,Story,Done,ada,backend,api,Sprint 4,Sprint 5,SHOP-13
Refund by itself,SHOP-13,10013,Story,To Do,bruno,backend,,Sprint 5,,
"""

naive = list(csv.DictReader(io.StringIO(EXPORT)))
assert naive[0]["Labels"] == "api", "backend is lost"
assert naive[1]["Labels"] == "", "here even everything"

head, *rows = csv.reader(io.StringIO(EXPORT))
where = {}
for place, name in enumerate(head):
    where.setdefault(name, []).append(place)
labels = [[row[place] for place in where["Labels"] if row[place]] for row in rows]
assert labels == [["backend", "api"], ["backend"]]
assert len(where["Assignee"]) == 1, "one assignee"

# Who waits for whom comes from the link, not from a comment.
key = where["Issue key"][0]
blocks = {row[key]: row[where["Outward issue link (Blocks)"][0]] for row in rows}
assert [one for one, other in blocks.items() if other == "SHOP-13"] == ["SHOP-12"]

# A key in a commit's message leads back to its issue.
assert re.findall(r"\b[A-Z][A-Z0-9]+-\d+\b", "SHOP-12 refuse orders of others") == ["SHOP-12"]
