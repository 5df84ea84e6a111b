"""`sparring today`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, print_json, speaking
from sparring.cli.study.opened import with_app

if TYPE_CHECKING:
    from sparring.usecases.app import App

Minutes = Annotated[int | None, typer.Option("--minutes", "-m", min=1, max=600, help="Minutes that you have today.")]


def today(minutes: Minutes = None, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """What to do today, within your minutes; the days left and the forecast for the interview."""
    from sparring.cli.study.session import show_session
    from sparring.usecases.app import App
    from sparring.usecases.study.plan import plan
    from sparring.usecases.study.readiness import readiness
    from sparring.usecases.study.today import session

    def show(app: App) -> None:
        if as_json:
            print_json(day_json(app, minutes))
            return
        found, planned = session(app, minutes), plan(app)
        ready = readiness(app, planned) if planned else None
        show_session(app, found, ready, (planned.until - found.day).days if planned else None, speaking(lang))

    with_app(show, as_json=as_json, lang=lang)


def day_json(app: "App", minutes: int | None = None) -> dict[str, Any]:
    """Today as JSON: the session, the days left, the forecast. `minutes`: that there are; None: as they were said before."""
    from sparring.usecases.study import present
    from sparring.usecases.study.plan import plan
    from sparring.usecases.study.readiness import readiness
    from sparring.usecases.study.today import session

    found, planned = session(app, minutes), plan(app)
    return present.session(app, found, planned, readiness(app, planned) if planned else None)
