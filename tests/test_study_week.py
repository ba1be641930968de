"""Ten learners, a week each: laws that hold on every day, whatever one's habits."""

from __future__ import annotations

from pathlib import Path

import pytest
from learners import SETTINGS, Habit, Learner, dates
from study_tools import caches

LEARNERS = {
    "comes every day": Habit(),
    "skips days": Habit(comes=0.5, hours=(19,)),
    "forgets much": Habit(forgets=0.55),
    "takes back often": Habit(regrets=0.4, hides=0.1),
    "edits the deck": Habit(edits=0.15),
    "has two machines and a stick": Habit(machines=2, arranges=0.4, hides=0.1),
    "carries the stick at the end of the week": Habit(machines=2, carries=False, arranges=0.2, regrets=0.1),
    "crams and takes quizzes": Habit(crams=True, takes_quizzes=True, tires=0.02, hours=(9, 21)),
    "arranges cards": Habit(arranges=0.8, hides=0.15, tires=0.03),
    "studies at night on journeys": Habit(
        zones=("Europe/Vienna", "Pacific/Auckland", "Pacific/Honolulu"), hours=(2.8, 3.95, 23.5), tires=0.02
    ),
}


@pytest.mark.parametrize("name", LEARNERS)
def test_a_week(name: str, tmp_path: Path) -> None:
    learner = Learner(LEARNERS[name], tmp_path, name)
    try:
        for date in dates(7):
            learner.live(date)
        learner.carry()
        assert all(caches(store) == caches(learner.stores[0]) for store in learner.stores)
        assert learner.complete > 2
        assert len(learner.studied) > 2
        assert learner.stores[0].query("SELECT max(reviews) > 2 FROM card") == [(1,)]
        assert SETTINGS.new_per_day < len(learner.cards())
    finally:
        learner.close()
