"""Coming in, in a real browser: from the code on paper to the desk without script, and the checklist."""

from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.web.accounts.conftest import WORD, code_of_phone, of_county, printed
from tests.web.committee.conftest import signed_in
from tests.web.scenes import NOW, election, granted, person
from tests.web.site import looking
from tests.windows import DARK, PHONE, wear, window

from pilkades.web.core.models import Election, Role
from pilkades.web.core.services.renew_password import give_password_code
from pilkades.web.shared.models import User

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 -- made up, of a phone that does not exist


@pytest.fixture
def held(transactional_db: None) -> Election:
    """An election, committed, so that the server's thread sees it."""
    del transactional_db
    return election()


@pytest.fixture
def phone(chromium: Browser, held: Election, live_server: LiveServer) -> Iterator[Page]:
    """A stranger's phone, 360 px wide, without script."""
    del held
    with window(chromium, **PHONE, java_script_enabled=False, base_url=live_server.url) as page:
        yield page


def member_with_phone(held: Election) -> User:
    """A secretary whose phone and spare codes are set up."""
    made = person("Sri Lestari")
    made.set_password(WORD)
    made.save()
    granted(made, Role.VILLAGE_SECRETARY, held.village)
    TOTP.activate(made, SECRET)
    RecoveryCodes.activate(made)
    return made


def test_a_chair_comes_from_the_code_on_paper_to_the_desk_on_a_phone_without_script(
    phone: Page, held: Election
) -> None:
    code = printed(place=held.village).code
    phone.goto("/")
    phone.get_by_role("link", name="Saya punya kode undangan").click()
    phone.get_by_label("Kode di kertas undangan").fill("AAAA BBBB CCCC")
    phone.get_by_role("button", name="Periksa kode").click()
    assert phone.title().startswith("Ada kesalahan:")
    phone.get_by_label("Kode di kertas undangan").fill(code.lower())
    phone.get_by_role("button", name="Periksa kode").click()
    assert phone.get_by_role("heading", level=1).inner_text() == "Undangan bertugas: Ketua panitia"
    phone.get_by_label("Nama pengguna").fill("budi.santoso")
    phone.get_by_label("Kata sandi baru", exact=True).first.fill(WORD)
    phone.get_by_label("Ketik lagi kata sandi baru").fill(WORD)
    phone.get_by_label("Tidak berkerabat").check()
    phone.get_by_role("button", name="Buat akun dan terima tugas").click()
    assert phone.get_by_role("heading", level=1).inner_text() == "Pasang kode dua langkah"
    secret = phone.locator("strong.digest").inner_text().replace(" ", "")
    phone.get_by_label("Kode 6 angka dari HP").fill(code_of_phone(secret))
    phone.get_by_role("button", name="Periksa kode").click()
    assert phone.locator(".codes li").count() == 10
    phone.get_by_role("link", name="Lanjut ke pekerjaan").click()
    assert phone.url.endswith(f"/desa/{held.pk}/")
    assert phone.locator(".who .name").inner_text() == "Budi Santoso"
    phone.get_by_role("button", name="Keluar").click()
    phone.get_by_label("Nama pengguna").fill("budi.santoso")
    phone.get_by_label("Kata sandi").fill(WORD)
    phone.get_by_role("button", name="Masuk").click()
    phone.get_by_label("Kode 6 angka dari HP").fill(code_of_phone(secret))
    phone.get_by_role("button", name="Masuk", exact=True).click()
    assert phone.url.endswith(f"/desa/{held.pk}/")


def _typed_code(page: Page, code: str) -> None:
    page.goto("/akun/undangan/")
    page.locator("[name=code]").fill(code)
    page.locator("button.button").click()


def _joining(page: Page, held: Election) -> None:
    _typed_code(page, printed(place=held.village).code)


def _joining_with_faults(page: Page, held: Election) -> None:
    _joining(page, held)
    page.locator("[name=kinship][value=kin]").check()
    page.locator("#isian button.button").click()


def _joining_as_kin(page: Page, held: Election) -> None:
    _joining(page, held)
    page.locator("[name=username]").fill("budi.santoso")
    for box in ("password", "again"):
        page.locator(f"[name={box}]").fill(WORD)
    page.locator("[name=kinship][value=kin]").check()
    page.locator("#isian button.button").click()


def _renewing(page: Page, held: Election) -> None:
    made = give_password_code(of_county(held.village), member_with_phone(held).pk, "Lupa", at=NOW)
    _typed_code(page, made.code)


def _second_step(page: Page, held: Election) -> None:
    member = member_with_phone(held)
    page.goto("/akun/login/")
    page.locator("[name=login]").fill(member.username)
    page.locator("[name=password]").fill(WORD)
    page.locator("button.button").click()


def _in(page: Page, held: Election) -> None:
    _second_step(page, held)
    page.locator("[name=code]").fill(code_of_phone(SECRET))
    page.locator("#isian button.button").click()


def _to(path: str) -> Callable[[Page, Election], None]:
    def go(page: Page, held: Election) -> None:
        _in(page, held)
        page.goto(path)

    return go


def _with_password_again(path: str) -> Callable[[Page, Election], None]:
    def go(page: Page, held: Election) -> None:
        _in(page, held)
        page.goto(path)
        page.locator("[name=password]").fill(WORD)
        page.locator("#isian button.button").click()

    return go


def _setting_up(page: Page, held: Election) -> None:
    _joining(page, held)
    page.locator("[name=username]").fill("budi.santoso")
    for box in ("password", "again"):
        page.locator(f"[name={box}]").fill(WORD)
    page.locator("[name=kinship][value=none]").check()
    page.locator("#isian button.button").click()


STEPS: dict[str, tuple[str, Callable[[Page, Election], None]]] = {
    "a role is offered": ("/akun/undangan/terima/", _joining),
    "the offer with faults": ("/akun/undangan/terima/", _joining_with_faults),
    "the offer to kin": ("/akun/undangan/terima/", _joining_as_kin),
    "a new password": ("/akun/sandi-baru/", _renewing),
    "the second step": ("/akun/2fa/authenticate/", _second_step),
    "setting up the phone": ("/akun/2fa/totp/activate/", _setting_up),
    "password again": ("/akun/reauthenticate/", _to("/akun/2fa/recovery-codes/generate/")),
    "code again": ("/akun/2fa/reauthenticate/", _to("/akun/2fa/reauthenticate/")),
    "spare codes": ("/akun/2fa/recovery-codes/", _with_password_again("/akun/2fa/recovery-codes/")),
    "new spare codes": (
        "/akun/2fa/recovery-codes/generate/",
        _with_password_again("/akun/2fa/recovery-codes/generate/"),
    ),
    "switching off": ("/akun/2fa/totp/deactivate/", _with_password_again("/akun/2fa/totp/deactivate/")),
    "what guards the account": ("/akun/2fa/", _to("/akun/2fa/")),
    "one's own account": ("/akun/", _to("/akun/")),
}


def _faults(page: Page, language: str) -> dict[str, object]:
    found: dict[str, object] = {
        "shape": looking.shape(page),
        "words": looking.words(page, language),
        "sideways": looking.sideways(page),
        "too small": looking.too_small(page),
        "keyboard": looking.by_keyboard(page),
        "twice as large": looking.twice_as_large(page),
        "axe": looking.axe(page),
    }
    wear(page, DARK)
    found["dark"] = looking.axe(page)
    return {row: what for row, what in found.items() if what}


@pytest.mark.parametrize("name", sorted(STEPS))
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_step_of_coming_in_holds_to_the_checklist(
    chromium: Browser, held: Election, live_server: LiveServer, name: str, language: str
) -> None:
    path, go = STEPS[name]
    complaints: list[str] = []
    with window(chromium, viewport=PHONE["viewport"], base_url=live_server.url) as page:
        page.context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        go(page, held)
        assert page.url.partition("?")[0] == live_server.url + path
        found = _faults(page, language)
    assert (found, complaints) == ({}, [])


def test_the_paper_fits_one_sheet_and_shows_its_code_large(
    chromium: Browser, held: Election, live_server: LiveServer
) -> None:
    county = of_county(held.village)
    with looking.opened(chromium, live_server.url, signed_in(county), color_scheme="light") as page:
        page.goto(f"{live_server.url}/akun/orang/undang/")
        page.locator("[name=invited]").fill("Joko Susilo")
        page.locator("[name=role]").select_option("village_chair")
        page.locator("[name=place]").select_option(f"desa-{held.village.pk}")
        for at, value in enumerate(("31", "1", "2027")):
            page.locator(f"[name=until_{at}]").fill(value)
        page.locator("#isian button.button").click()
        code = page.locator(".code-large").inner_text()
        assert (
            page.evaluate("parseFloat(getComputedStyle(document.querySelector('.code-large')).fontSize)")
            >= 32
        )
        found = _faults(page, "id")
        page.emulate_media(media="print")
        printed_words = page.inner_text("body")
        sheets = [page.pdf(format=size).count(b"/Type /Page\n") for size in ("A4", "A5")]
    assert found == {}
    assert code in printed_words
    assert "hanya tampil sekali" not in printed_words
    assert sheets == [1, 1]
