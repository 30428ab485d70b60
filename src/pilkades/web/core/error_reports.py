"""What the site writes down when something goes wrong: where and what kind, and nothing of a person."""

import logging
from collections.abc import ItemsView
from types import FrameType
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter
from typing_extensions import override

from pilkades.web.core.vault.covering import covered

_HIDDEN = "********************"
_FORMATTER = logging.Formatter()


class CoverNumbers(logging.Filter):
    """Lets every record pass with its long numbers covered, those of a traceback too."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        """Cover what the record says; the words are made here, so that no later hand adds values to them."""
        record.msg, record.args = covered(record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = _FORMATTER.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = covered(record.exc_text)
        return True


class NothingSent(SafeExceptionReporterFilter):
    """Hides all that was sent and every variable, with debugging on as well: either may be of a voter."""

    @override
    def is_active(self, request: HttpRequest | None) -> bool:
        """Always."""
        return True

    @override
    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """The names of what was sent, without the values."""
        sent: QueryDict | dict[str, Any] = {} if request is None else request.POST
        return dict.fromkeys(sent, _HIDDEN)

    @override
    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> ItemsView[str, Any]:
        """The names of the variables, without the values."""
        return dict.fromkeys(tb_frame.f_locals, _HIDDEN).items()


class CoveredReporter(ExceptionReporter):
    """An error page whose every word has its long numbers covered, the error's own message too."""

    @override
    def get_traceback_html(self) -> SafeString:
        """The page for the developer, with debugging on; covering takes digits away and adds stars alone."""
        return SafeString(covered(super().get_traceback_html()))

    @override
    def get_traceback_text(self) -> SafeString:
        """The same as text, as mail and machines get it."""
        return SafeString(covered(super().get_traceback_text()))
