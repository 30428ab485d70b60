"""The whole course of one made-up election as acts, each on the day that the timetable gives it."""

from collections.abc import Iterator

from pilkades.acts.adopted import step_of
from pilkades.acts.payload import Office
from pilkades.timetable.rows import rows
from pilkades.web.demonstration.plan import Election, Entry, Plan, stations

_MEMBERS = 9
_RESERVE_PER_CENT = 2
_TERM_YEARS = 8
_BANS = (
    "against_state", "against_unity", "bpd_involved", "damage", "disorder", "facilities", "gifts",
    "head_involved", "incitement", "insult", "officials_involved", "others_attributes", "promised_gifts",
    "threats",
)  # fmt: skip
_PAPERS = (
    "birth", "citizenship", "devout", "diploma", "health", "identity", "no_conviction", "pancasila", "terms",
    "voting_right", "willing",
)  # fmt: skip
_REQUIREMENTS = (
    "citizen", "county_requirements", "devout", "health", "loyal", "no_conviction", "not_in_prison",
    "voting_right", "willing",
)  # fmt: skip
_POLL = (
    "direct", "general", "free", "secret", "honest", "fair", "in_order_of_arrival", "mandates", "by_punch",
    "ballot_complete",
)  # fmt: skip
_BOOTH = (
    "box_opened", "contents_taken_out", "supplies_counted", "minutes", "minutes_signed",
    "procedure_explained", "supplies_present", "box_shown_to_witnesses",
)  # fmt: skip
_COUNT = (
    "after_polling", "finished_at_tps", "figures_before_counting", "minutes_per_tps", "signed_by_chair",
    "signed_by_two_members", "signed_by_witnesses", "witnessed_at_all", "copies_to_witnesses", "posted",
    "sealed_in_box", "handed_to_bpd", "stored_safely",
)  # fmt: skip


def entries(made: Election) -> Iterator[Entry]:
    """Every act of the whole course, in the order of the law's stages; the caller cuts it off at a day."""
    plan = Plan.of(made)
    yield from _formation(plan)
    yield from _money(plan)
    yield from _voters(plan)
    yield from _candidacy(plan)
    yield from _campaign(plan)
    if made.votes:
        yield from _poll(plan)
        yield from _outcome(plan)


def _yes(*names: str) -> dict[str, object]:
    return dict.fromkeys(names, True)


def _formation(plan: Plan) -> Iterator[Entry]:
    made, notice = plan.made, plan.of_kind("bpd_notice", plan.start("notice"))
    began = made.term_ends.replace(year=made.term_ends.year - _TERM_YEARS)
    term = {"began": began, "ends": made.term_ends, "years": _TERM_YEARS}
    yield Entry(
        plan.after(notice, -8),
        "term",
        Office.BPD,
        {**term, "incumbent_stands": False, "ended_early": False},
    )
    village = {"inhabitants": made.voters * 7 // 5, "bpd_members": 7, "customary": False}
    yield Entry(plan.after(notice, -8), "village", Office.BPD, village)
    yield Entry(
        notice,
        "bpd_notice",
        Office.BPD,
        {"date": notice, "by": "bpd", **_yes("done", "written", "copy_to_bupati")},
    )
    wave = _yes("done", "same_day", "policy_by_perda")
    yield Entry(plan.after(notice, 1), "wave", Office.COUNTY_COMMITTEE, wave)
    meeting = plan.after(plan.of_kind("committee_established", plan.after(notice, 7)), -2)
    yield Entry(
        meeting,
        "committee_meeting",
        Office.BPD,
        {"date": meeting, "convened_by": "bpd", **_yes("done", "by_consensus", "with_elements")},
    )
    formed = plan.after(meeting, 2)
    elements = {"perangkat": 3, "lembaga": 3, "tokoh": 3}
    sides = _yes("from_officials", "from_institutions", "from_figures", "independent")
    offices = _yes("done", "chair", "secretary", "treasurer", "ordinary_members")
    decree = {"formed_by": "bpd", "decree_by": "bpd", "members": _MEMBERS, "elements": elements}
    yield Entry(formed, "committee_established", Office.BPD, {"date": formed, **decree, **sides, **offices})
    yield Entry(
        formed,
        "integrity_pact",
        Office.COMMITTEE_CHAIR,
        {"date": formed, **_yes("done", "before_work")},
    )
    reported = plan.after(formed, 2)
    sent = {"date": reported, "by": "bpd", **_yes("done", "via_camat", "written")}
    yield Entry(reported, "committee_reported", Office.BPD, sent)
    trained = plan.after(formed, 4)
    county = {"decree_by": "bupati", **_yes("done", "training")}
    yield Entry(trained, "county_committee", Office.COUNTY_COMMITTEE, county)
    rules = plan.after(formed, 6)
    adopted = {"done": True, "by": "committee"}
    yield Entry(rules, "rules_adopted", Office.COMMITTEE, {"date": rules, **adopted})
    timetable = plan.after(formed, 8)
    yield Entry(
        timetable,
        "schedule_adopted",
        Office.COMMITTEE,
        {
            "date": timetable,
            **adopted,
            "whole_course": True,
            "steps": [step_of(row) for row in rows(plan.timetable)],
        },
    )
    report = plan.of_kind("final_report", plan.after(notice, 12))
    papers = _yes("done", "written", "to_bpd", "to_bupati", "via_camat", "contents_complete")
    yield Entry(report, "final_report", Office.VILLAGE_HEAD, {"date": report, **papers})


def _money(plan: Plan) -> Iterator[Entry]:
    formed = plan.of_kind("committee_established", plan.after(plan.start("notice"), 7))
    asked = plan.after(formed, 12)
    yield Entry(
        asked,
        "budget",
        Office.COMMITTEE,
        {
            "proposed_on": asked,
            "proposed_by": "committee",
            **_yes("planned", "with_village_government", "via_camat"),
        },
    )
    granted = plan.after(asked, 18)
    yield Entry(
        granted,
        "budget",
        Office.BUPATI,
        {
            "approved_on": granted,
            "approved_by": "bupati",
            **_yes("from_apbd", "from_apbdesa", "apbdesa_for_polling_only"),
        },
    )


def _voters(plan: Plan) -> Iterator[Entry]:
    made, drawn_up = plan.made, plan.end("dps")
    house_to_house = plan.after(drawn_up, -20)
    yield Entry(
        house_to_house,
        "registrars_appointed",
        Office.COMMITTEE,
        {"date": house_to_house, "done": True, "by": "committee"},
    )
    ended = plan.after(drawn_up, -3)
    registered = {"by": "registrar", **_yes("done", "house_to_house", "updated")}
    yield Entry(
        ended, "voter_registration", Office.REGISTRAR, {"date": house_to_house, "until": ended, **registered}
    )
    provisional = _yes("done", "from_general_election_dpt", "alphabetical")
    yield Entry(drawn_up, "dps", Office.COMMITTEE, {"date": drawn_up, "by": "committee", **provisional})
    yield _posting(plan, "dps_announced", "dps-posting")
    end = plan.end("dps-posting")
    changes = {"accepted_until": end, "additions": made.voters // 90, "corrections": made.voters // 60}
    yield Entry(end, "list_corrections", Office.COMMITTEE, {**changes, **_yes("done", "acted_on")})
    added = {"date": plan.start("dptb"), "until": plan.end("dptb"), "by": "committee", "done": True}
    yield Entry(plan.end("dptb"), "dptb", Office.COMMITTEE, added)
    yield _posting(plan, "dptb_announced", "dptb-posting")
    final = plan.end("dpt")
    fixed = {"date": final, "by": "committee", "voters": made.voters, "deaths": False}
    kept = {"changed_after": False, **_yes("done", "copies_per_tps", "basis_of_supplies")}
    yield Entry(final, "dpt", Office.COMMITTEE, {**fixed, **kept})
    qualified = _yes("of_age", "resident", "residence_proven", "sound_mind", "not_disenfranchised", "citizen")
    yield Entry(final, "voter_requirements", Office.COMMITTEE, qualified)
    sizes = stations(made.voters)
    named = [{"name": f"TPS {number}", "voters": size} for number, size in enumerate(sizes, 1)]
    plan_of_stations = {"count": len(sizes), "stations": named, "accessible": True, "special_needed": False}
    yield Entry(final, "tps_plan", Office.COMMITTEE, {"date": final, "by": "committee", **plan_of_stations})
    yield _posting(plan, "dpt_announced", "dpt-posting")


def _posting(plan: Plan, kind: str, step: str) -> Entry:
    posted = {"date": plan.start(step), "until": plan.end(step), **_yes("done", "at_readable_places")}
    return Entry(plan.start(step), kind, Office.COMMITTEE, posted)


def _candidacy(plan: Plan) -> Iterator[Entry]:
    made, called = plan.made, plan.start("registration")
    count = len(made.candidates)
    words = _yes("done", "written", "readable_places", "states_deadline", "requirements_explained")
    yield Entry(called, "call", Office.COMMITTEE, {"date": called, "by": "committee", **words})
    closed = plan.end("registration")
    came = {"date": called, "until": closed, "by": "committee", "registered": count}
    yield Entry(closed, "registration", Office.COMMITTEE, {**came, **_yes("done", "receipts")})
    if made.single:
        yield from _extended(plan)
        closed = plan.end("extension", 2)
    listed = {"count": count, **_yes("done", "minutes", "announced")}
    yield Entry(
        plan.after(closed, 1),
        "prospective_candidates",
        Office.COMMITTEE,
        {"announced_on": plan.after(closed, 1), **listed},
    )
    begun, ended = plan.start("verification"), plan.end("verification")
    checked = plan.after(ended, -5)
    yield Entry(checked, "applications", Office.COMMITTEE, _yes("done", "with_papers", *_PAPERS))
    nobody = dict.fromkeys(("civil_servants", "officials", "soldiers_police"), False)
    met = _yes("education", "age", "terms_below_limit", *_REQUIREMENTS)
    yield Entry(checked, "candidate_requirements", Office.COMMITTEE, {**met, **nobody})
    thorough = _yes("completeness_checked", "authenticity_checked", "clarified", "outcome_announced")
    yield Entry(
        checked,
        "screening",
        Office.COMMITTEE,
        {
            "date": begun,
            "until": checked,
            "by": "committee",
            "qualified": count,
            **thorough,
            **_yes("done", "minutes", "comments_processed"),
        },
    )
    adopted = plan.after(ended, -2)
    people = [
        {
            "name": name,
            "number": turn,
            "age": 31 + 5 * turn,
            "education_level": 3 + turn % 3,
            "incumbent": False,
            "terms_served": 0,
        }
        for turn, name in enumerate(made.candidates, 1)
    ]
    alone = _yes("single_by_consensus", "deliberated") if made.single else {}
    yield Entry(
        adopted,
        "candidates_adopted",
        Office.COMMITTEE,
        {
            "date": adopted,
            "by": "committee",
            "count": count,
            "people": people,
            **_yes("done", "decree", "on_minutes"),
            **alone,
        },
    )
    drawn = _yes(
        "done", "by_lot", "open_draw", "candidates_present", "minutes", "decree", "number_name_photo"
    )
    yield Entry(adopted, "ballot_numbers", Office.COMMITTEE, {"date": adopted, "by": "committee", **drawn})
    announced = plan.of_kind("candidates_announced", ended)
    told = {"date": announced, "by": "committee", "changed_after": False, **_yes("done", "open_places")}
    yield Entry(announced, "candidates_announced", Office.COMMITTEE, told)


def _extended(plan: Plan) -> Iterator[Entry]:
    first = {"date": plan.start("extension", 1), "until": plan.end("extension", 1)}
    yield Entry(
        plan.end("extension", 1),
        "registration_extended",
        Office.COMMITTEE,
        {**first, "done": True, "registered": 1},
    )
    second = {"second_date": plan.start("extension", 2), "second_until": plan.end("extension", 2)}
    yield Entry(
        plan.end("extension", 2),
        "registration_extended",
        Office.COMMITTEE,
        {**second, "second_done": True, "registered_finally": 1},
    )


def _campaign(plan: Plan) -> Iterator[Entry]:
    first, last = plan.start("campaign"), plan.end("campaign")
    planned = plan.after(first, -1)
    orderly = _yes("done", "fair", "procedure_set")
    yield Entry(
        planned, "campaign_schedule", Office.COMMITTEE, {"date": planned, "by": "committee", **orderly}
    )
    shown = _yes(
        "done", "after_announcement", "permitted_forms", "vision_and_mission", "programme", "honest_open"
    )
    yield Entry(last, "campaign", Office.COMMITTEE, {"date": first, "until": last, **shown})
    yield Entry(last, "campaign_bans", Office.COMMITTEE, dict.fromkeys(_BANS, False))
    quiet = {"date": plan.start("quiet"), "until": plan.end("quiet"), "done": True}
    yield Entry(plan.start("quiet"), "quiet_period", Office.COMMITTEE, quiet)
    crew = plan.after(first, 1)
    crews = {"date": crew, "by": "committee", "largest": 7, **_yes("done", "chair_secretary_members")}
    yield Entry(crew, "kpps_appointed", Office.COMMITTEE, crews)
    supplied = _yes("ballots_fixed", "printing_helped", "ballots_delivered", "problems_handled")
    yield Entry(plan.end("quiet"), "county_committee", Office.COUNTY_COMMITTEE, supplied)


def _poll(plan: Plan) -> Iterator[Entry]:
    made, day = plan.made, plan.made.polling_day
    valid = sum(made.votes)
    voted = valid + made.invalid
    supply = made.voters + -(-made.voters * _RESERVE_PER_CENT // 100)
    names = (*made.candidates, "Kolom kosong") if made.single else made.candidates
    yield Entry(day, "polling_preparation", Office.KPPS, {"date": day, **_yes("done", *_BOOTH)})
    held = {"date": day, "day_set_by": "bupati", "by": "kpps", "opened_at": "07:00", "closed_at": "13:00"}
    turnout = {"voted": voted, "absent": made.voters - voted, "assisted": False}
    empty = {"empty_column": True} if made.single else {}
    yield Entry(
        day,
        "polling",
        Office.KPPS,
        {**held, **turnout, **_yes("done", *_POLL), "replaced_more_than_once": False, **empty},
    )
    papers = {"supplied": supply, "given": voted, "in_box": voted, "replaced": 0, "unused": supply - voted}
    yield Entry(day, "ballots", Office.KPPS, {**papers, "signed_by_chair": True})
    yield Entry(day, "count_at_tps", Office.KPPS, {"date": day, **_yes("done", *_COUNT)})
    rows = [{"candidate": name, "votes": votes} for name, votes in zip(names, made.votes, strict=True)]
    figures = {"valid": valid, "invalid": made.invalid, "votes": rows, "per_tps_published": True}
    yield Entry(day, "tally", Office.COMMITTEE, {"date": day, **figures})
    minutes = _yes("done", "minutes", "signed", "announced", "before_witnesses")
    yield Entry(day, "recapitulation", Office.COMMITTEE, {"date": day, **minutes})
    only = {"only_listed_voted": True, "unqualified_voted": False}
    yield Entry(day, "voter_requirements", Office.COMMITTEE, only)
    yield Entry(day, "quiet_period", Office.COMMITTEE, {"campaigned": False})


def _outcome(plan: Plan) -> Iterator[Entry]:
    made, day = plan.made, plan.made.polling_day
    best = max(made.votes)
    if made.votes.count(best) > 1:
        return
    winner = made.candidates[made.votes.index(best)]
    chosen = {"date": day, "by": "committee", "winner": winner, **_yes("done", "on_minutes")}
    yield Entry(day, "winner_adopted", Office.COMMITTEE, chosen)
    told = plan.after(day, 3)
    report = {"date": told, "by": "committee", **_yes("done", "copy_to_camat", "conduct_reported")}
    yield Entry(told, "result_reported", Office.COMMITTEE, report)
    sent = plan.after(told, 4)
    received = plan.after(sent, 1)
    letter = {"date": sent, "received_on": received, "by": "bpd"}
    yield Entry(
        received, "sent_to_bupati", Office.BPD, {**letter, **_yes("done", "via_camat", "copy_to_head")}
    )
    decree = plan.after(received, 15)
    yield Entry(decree, "bupati_decree", Office.BUPATI, {"date": decree, "by": "bupati", "done": True})
    installed = plan.after(decree, 12)
    oath = {"date": installed, "by": "bupati", **_yes("done", "oath", "in_village")}
    yield Entry(installed, "inauguration", Office.BUPATI, oath)
    begins = installed.year
    term = {"years": _TERM_YEARS, "from_year": begins, "to_year": begins + _TERM_YEARS}
    yield Entry(installed, "new_term", Office.BUPATI, term)
    yield Entry(installed, "county_committee", Office.COUNTY_COMMITTEE, {"evaluated": True})
