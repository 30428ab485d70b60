from decimal import Decimal

from hypothesis import given
from tests.polling.test_plan import PLENTY, small_problems
from tests.polling.villages import bani_amas, group, people, problem, site

from pilkades.base.language import Language
from pilkades.polling.explaining import deciding, explain, parts_of, summary
from pilkades.polling.groups import groups_of
from pilkades.polling.plan import make_plan, plan_by_hand
from pilkades.polling.problem import Pin, Problem, Term


@given(small_problems())
def test_no_single_move_betters_a_plan_that_is_proven_best(asked: Problem) -> None:
    for item in explain(make_plan(asked, PLENTY)):
        assert all(one.worse or one.term is None for one in item.alternatives)


def test_a_part_is_explained_by_the_first_aim_that_a_move_would_harm() -> None:
    groups = [group("Mawar", 1, 60, (0, 0)), group("Mawar", 2, 30, (10, 0)), group("Melati", 3, 70, (900, 0))]
    plan = make_plan(problem(groups, 100, sites=(site("Balai", (0, 0)), site("Sekolah", (900, 0)))))
    first, second, third = explain(plan)
    assert first.sentence.id == (
        "RT 001, Mawar (60 pemilih) memilih di Balai. Jarak lurusnya 0 m. "
        "Bila dipindah ke Sekolah: TPS itu memuat 130 pemilih, di atas batas."
    )
    assert second.alternatives[0].term is Term.DUSUN_PARTED
    assert "Mawar would be parted among more stations" in second.sentence.en
    assert third.walk == 0
    assert deciding([first, second, third]) == ((Term.OVER_CAP, 2), (Term.DUSUN_PARTED, 1))


def test_where_two_stations_are_as_good_the_sentence_says_so() -> None:
    plan = make_plan(problem([group("A", 1, 50), group("B", 2, 50), group("C", 3, 30)], 100, number=2))
    third = explain(plan)[2]
    assert (
        third.sentence.id.endswith("sama baiknya, jadi urutan daftar yang dipakai.")
        or third.alternatives[0].worse
    )


def test_what_the_committee_put_by_hand_is_said_to_be_put_by_hand() -> None:
    groups = [group("A", 1, 50), group("A", 2, 50)]
    sites = (site("Balai"), site("Sekolah"))
    plan = make_plan(problem(groups, 60, sites=sites, pins=(Pin(groups[0].key, "Sekolah"),)))
    assert explain(plan)[0].sentence.en.endswith("Put there by the committee.")


def test_a_plan_by_hand_says_where_a_move_would_better_it() -> None:
    groups = [group("A", 1, 50), group("A", 2, 60), group("B", 3, 10)]
    plan = plan_by_hand(problem(groups, 100), (site("Balai"), site("Sekolah")), (0, 0, 1))
    assert "lebih sedikit pemilih di atas batas" in explain(plan)[0].sentence.id


def test_families_of_a_divided_rt_are_one_part_for_each_station() -> None:
    plan = make_plan(Problem(groups_of(people("Melati", 1, [4] * 30), 100), problem((), 100).cap))
    parts = parts_of(plan)
    assert [(part.voters, part.families) for part in parts] == [(60, 15), (60, 15)]
    assert parts[0].label.to(Language.ID) == "15 keluarga dari RT 001, Melati"


def test_the_summary_gives_each_station_its_voters_share_and_longest_way() -> None:
    groups = [group("A", 1, 75, (0, 0)), group("A", 2, 25, (300, 400), needing=2)]
    sites = (site("Balai", (0, 0), accessible=True), site("Sekolah", (300, 0), accessible=False))
    lines = {line.name: line for line in summary(make_plan(problem(groups, 80, sites=sites)))}
    assert (lines["Balai"].voters, lines["Balai"].share) == (25, Decimal("25.0"))
    assert (lines["Balai"].longest_walk, lines["Balai"].needing) == (500, 2)
    assert (lines["Sekolah"].cap, lines["Sekolah"].accessible) == (80, False)


def test_every_part_of_a_village_is_explained_in_both_languages() -> None:
    plan = make_plan(Problem(groups_of(bani_amas(), 300), problem((), 300).cap))
    for item in explain(plan):
        assert item.part.label.id in item.sentence.id
        assert item.part.label.en in item.sentence.en
        assert len(item.alternatives) == len(plan.stations) - 1
