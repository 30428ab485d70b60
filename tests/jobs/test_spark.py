from pathlib import Path

import pytest
from benchmarks.invented_register import register
from tests.jobs.spark_cluster import cluster, environment, java

from pilkades.jobs.linking import find_pairs
from pilkades.jobs.settings import Settings


def test_spark_gives_exactly_the_pairs_and_probabilities_of_the_local_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java()
    whole = register(100_000, seed=17)
    here = find_pairs(whole.columns, Settings(largest_block=25))
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    with cluster(tmp_path) as master:
        there = find_pairs(whole.columns, Settings(engine=master, largest_block=25), model=here.model)
        executors = [path.name for path in (tmp_path / "work").glob("app-*/*") if path.is_dir()]
    assert len(here) > 3000
    assert len(here.crowds) > 0
    assert there.frame().equals(here.frame())
    assert sorted((crowd.rule, crowd.rows) for crowd in there.crowds) == sorted(
        (crowd.rule, crowd.rows) for crowd in here.crowds
    )
    assert there.compared == here.compared
    assert sorted(executors) == ["0", "1"]
