"""The sign-in form without what this site does not offer."""

from typing import Any

from allauth.account.forms import LoginForm


class SignIn(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Name and password; labels stand above the boxes, and no reset by mail is offered."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.help_text = ""
            field.widget.attrs.pop("placeholder", None)
