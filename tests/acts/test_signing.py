from dataclasses import replace
from datetime import date

import pytest

from pilkades.acts.act import Act, Signature
from pilkades.acts.payload import Office
from pilkades.acts.record import Record
from pilkades.acts.signing import KeyHolder, day_of_signing, holders, holds, public_key, sign, sign_bytes
from pilkades.base.day import Day
from pilkades.base.errors import PilkadesError

# RFC 8032, section 7.1, tests 1 to 3: secret key, public key, message, signature.
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
            "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]


@pytest.mark.parametrize(("secret", "public", "message", "signature"), VECTORS)
def test_the_vectors_of_rfc_8032_come_out(secret: str, public: str, message: str, signature: str) -> None:
    assert public_key(bytes.fromhex(secret)) == public
    assert sign_bytes(bytes.fromhex(message), bytes.fromhex(secret)) == signature


@pytest.fixture
def act(four: Record) -> Act:
    return four.acts[0]


def test_a_signature_holds_over_the_acts_digest_and_over_no_other(act: Act, chair_key: bytes) -> None:
    signature = sign(act, chair_key)
    assert holds(signature, act.digest)
    assert not holds(signature, "0" * 64)


def test_the_signature_is_made_over_the_thirty_two_bytes_of_the_digest(act: Act, chair_key: bytes) -> None:
    assert sign(act, chair_key).value == sign_bytes(bytes.fromhex(act.digest), chair_key)


def test_a_signature_under_another_key_does_not_hold(
    act: Act, chair_key: bytes, secretary_key: bytes
) -> None:
    signature = sign(act, chair_key)
    assert not holds(replace(signature, key=public_key(secretary_key)), act.digest)


@pytest.mark.parametrize(
    "signature",
    [Signature("", ""), Signature("zz" * 32, "00" * 64), Signature("00" * 32, "00" * 63)],
)
def test_a_malformed_signature_does_not_hold(act: Act, signature: Signature) -> None:
    assert not holds(signature, act.digest)


def test_an_act_that_does_not_fit_its_digest_is_not_signed(act: Act, chair_key: bytes) -> None:
    with pytest.raises(PilkadesError) as refused:
        sign(replace(act, basis=("pp-16-2026:1",)), chair_key)
    assert refused.value.code == "act-not-sealed"


def test_a_key_of_another_length_is_refused(act: Act) -> None:
    with pytest.raises(PilkadesError) as refused:
        sign(act, b"short")
    assert refused.value.code == "key-length"


FIELD = 2**255 - 19
D = -121665 * pow(121666, -1, FIELD) % FIELD  # the curve's constant, RFC 8032, section 5.1
ORDER_8 = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
)


def test_the_points_of_order_eight_are_those_whose_double_has_order_four() -> None:
    # Doubling (x, y) gives y = 0 when y^2 = -x^2; on the curve that is D y^4 + 2 y^2 = 1.
    for y in (ORDER_8, FIELD - ORDER_8):
        assert (D * pow(y, 4, FIELD) + 2 * y * y - 1) % FIELD == 0


@pytest.mark.parametrize("y", [0, 1, FIELD - 1, ORDER_8, FIELD - ORDER_8, FIELD, FIELD + 1])
@pytest.mark.parametrize("sign_bit", [0, 1 << 255])
def test_no_signature_holds_under_a_key_that_fits_many_messages(y: int, sign_bit: int) -> None:
    # With S = 0 and a point of small order as R, one digest in eight or more would pass.
    key = (y | sign_bit).to_bytes(32, "little").hex()
    digests = [f"{number:064x}" for number in range(64)]
    for r in ("00" * 32, "01" + "00" * 31):
        assert not any(holds(Signature(key, r + "00" * 32), digest) for digest in digests)


HOLDER = KeyHolder(Office.COMMITTEE_CHAIR, "Ani", date(2026, 5, 1), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-04-30", False),
        ("2026-05-01", True),
        ("2026-11-30", True),
        ("2026-12-01", False),
        ("2026-05", True),
        ("2026", False),  # it may have been a day outside the period
    ],
)
def test_a_key_counts_from_its_first_day_until_the_first_day_it_no_longer_does(
    day: str, *, held: bool
) -> None:
    assert HOLDER.held_on(Day.parse(day)) is held


def test_a_key_without_an_end_counts_on() -> None:
    assert replace(HOLDER, until=None).held_on(Day.parse("2030-01-01"))


def test_the_holders_of_the_keys_are_named_in_the_order_of_signing(
    act: Act, chair_key: bytes, secretary_key: bytes
) -> None:
    signed = replace(act, signatures=(sign(act, secretary_key), sign(act, chair_key)))
    assert holders(signed, {public_key(chair_key): HOLDER}) == (None, HOLDER)


def test_the_day_of_signing_is_the_day_on_the_villages_clock(act: Act) -> None:
    # Half past midnight in Bengkayang is still the day before in UTC.
    late = replace(act, recorded="2026-11-21T00:30:00+07:00")
    assert day_of_signing(late) == Day.parse("2026-11-21")


def test_without_a_moment_of_recording_the_acts_own_date_counts(act: Act) -> None:
    assert day_of_signing(replace(act, recorded="")) == Day.parse("2007-05-30")
    assert day_of_signing(replace(act, recorded="", facts={})) is None
