"""Django's own form messages, said in plain words by both catalogues: what to do, never "valid"."""

from django.utils.translation import gettext_noop as _

DJANGO_WORDS = (
    _("This field is required."),
    _("Enter a whole number."),
    _("Enter a number."),
    _("Enter a valid date."),
    _("Enter a valid email address."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("No file was submitted. Check the encoding type on the form."),
    _("No file was submitted."),
    _("The submitted file is empty."),
)
"""Marked here so that the catalogues keep them."""
