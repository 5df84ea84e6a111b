"""The template engine of the page: what it renders can be sent, whatever a candidate's code left in it."""

from typing import Any

from django.template.backends.django import DjangoTemplates, Template
from django.utils.safestring import SafeString, mark_safe

from sparring.core.text import readable


class Pages(DjangoTemplates):
    """Django's own engine, with pages that are readable (`core.text.readable`)."""

    def from_string(self, template_code: str) -> Template:
        """A page of a text."""
        return _Page(self.engine.from_string(template_code), self)

    def get_template(self, template_name: str) -> Template:
        """A page of a file."""
        return _Page(super().get_template(template_name).template, self)


class _Page(Template):
    def render(self, context: Any = None, request: Any = None) -> SafeString:
        """The page."""
        return mark_safe(readable(super().render(context, request)))  # noqa: S308 - it was rendered, hence escaped, already
