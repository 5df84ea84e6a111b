"""The interview's table: what is shown on it, the lines that are typed at it, and how the interview to take is asked for."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import RenderableType

from sparring.cli.console import clean, escape, out
from sparring.content.schema import LENGTHS, InterviewPlan
from sparring.core.exercise import LEVELS, short_id
from sparring.core.text import Language
from sparring.usecases.app import App
from sparring.usecases.composing import USUAL_MINUTES, compose
from sparring.usecases.interviews import Interview
from sparring.words import Words


class Paused(Exception):  # noqa: N818 - it is no error
    """The candidate stops here for now."""


@dataclass
class Table:
    """Reads lines and shows things; the only place that touches standard input."""

    words: Words

    def show(self, what: RenderableType) -> None:
        """Put something on the table."""
        out.print(what)

    def say(self, message_id: str, style: str = "", **params: str | int | float) -> None:
        """A sentence of the program."""
        sentence = escape(clean(self.words(message_id, **params)))
        whole = "path" in params  # a path that is broken over two lines cannot be copied
        out.print(f"[{style}]{sentence}[/]" if style else sentence, soft_wrap=whole)

    def line(self, prompt: str) -> str:
        """A line that the candidate types; Paused at the end of input or Ctrl-C."""
        try:
            out.print(prompt, end="")
            read = sys.stdin.readline()
        except KeyboardInterrupt:
            raise Paused from None
        if not read:
            raise Paused
        return read.rstrip("\n")

    def welcome(self) -> None:
        """The first words."""
        self.say("table.welcome", "bold")
        self.say("table.welcome-how")

    def welcome_back(self, interview: Interview) -> None:
        """The first words to somebody who was in the middle of it."""
        done = interview.state.position
        self.say("table.welcome-back", "bold", number=done + 1, total=len(interview.state.rounds))

    def ask_language(self) -> Language:
        """The language that the interview is held in: English unless asked for Italian."""
        return "it" if self.line(escape(self.words("table.ask-language")) + " ").strip().lower().startswith("it") else "en"

    def ask_plan(self, plans: Sequence[InterviewPlan], usual: InterviewPlan, *, own: bool) -> str | None:
        """Which interview it is to be: by its number or its name, the usual one for an empty line; None, where that is offered (`own`): one that is put together."""
        self.say("table.plans")
        names = [short_id(plan.id) for plan in plans]
        for number, plan in enumerate(plans, 1):
            minutes = self.words("table.plan-minutes", count=sum(part.minutes for part in plan.rounds))
            title, name = escape(plan.title.to(self.words.language)), escape(names[number - 1])
            out.print(f"  [bold]{number}[/]  {title}  [dim]{minutes} · {name}[/]")
        if own:
            out.print(f"  [bold]{len(plans) + 1}[/]  {escape(self.words('table.own-plan'))}")
        while True:
            said = self.line(escape(self.words("table.ask-plan", usual=plans.index(usual) + 1)) + " ").strip().lower()
            if not said:
                return usual.id
            if said in names:
                return plans[names.index(said)].id
            if said.isdecimal() and 1 <= int(said) <= len(plans):
                return plans[int(said) - 1].id
            if own and said == str(len(plans) + 1):
                return None
            self.say("table.no-such-plan", most=len(plans) + own)

    def ask_own(self, app: App) -> InterviewPlan:
        """The interview of the role, level and length that are asked for; an empty line takes what fits the advertisement."""
        usual = compose(app)
        role = self._one_of("table.ask-role", list(app.library.roles), usual.role)
        level = self._one_of("table.ask-level", list(LEVELS), usual.level)
        minutes = self._one_of("table.ask-length", list(map(str, LENGTHS)), str(USUAL_MINUTES))
        return compose(app, role, level, int(minutes))

    def _one_of(self, question: str, known: Sequence[str], usual: str) -> str:
        while said := self.line(escape(self.words(question, known=", ".join(known), usual=usual)) + " ").strip().lower():
            if said in known:
                return said
            self.say("table.one-of", known=", ".join(known))
        return usual
