"""A backlog's figures in sentences: of few items no share is told."""

from datetime import UTC, datetime, timedelta

import pytest

from sparring.planning.trackers.backlog import Backlog, Item
from sparring.planning.trackers.story import story
from sparring.usecases.plan_story import told_story
from sparring.words import words

NOW = datetime(2025, 7, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (1, "2 giorni per l'unico elemento"), (6, "pochi per una previsione"), (7, "85 elementi su 100")]
)
def test_of_few_items_no_share_is_told(count, said):
    items = tuple(Item(str(n), str(n), created=NOW, closed=NOW + timedelta(days=2)) for n in range(count))
    sentences = [words("it").say(one) for one in told_story(story(Backlog("jira-csv", items), NOW))]
    assert (
        [one for one in sentences if "Lead time" in one and said in one] if said else not [one for one in sentences if "Lead time" in one]
    )
