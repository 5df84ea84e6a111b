"""`sparring speech`: an audio file listened to; `sparring record`: the microphone; `sparring recordings`: what is kept."""

import select
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sparring.cli.console import JsonOption, LangOption, agreed, clean, err, escape, out, print_json, speaking
from sparring.cli.study.opened import with_app
from sparring.core.text import LANGUAGES, Language, Message

if TYPE_CHECKING:
    from sparring.core.answer import Raw
    from sparring.core.exercise import Exercise
    from sparring.core.speech import Recorded
    from sparring.usecases.app import App
    from sparring.usecases.speech.report import Told
    from sparring.words import Words

recordings = typer.Typer(help="What was recorded: list, delete, keep or not.", no_args_is_help=True)
LanguageOption = Annotated[str, typer.Option("--language", help="The language that is spoken: en, it, or any (of these two).")]
TICK = 0.2


def speech(
    path: Annotated[str, typer.Argument(metavar="FILE", help="An audio file: wav, mp3, m4a, webm, ogg or flac.")],
    language: LanguageOption = "en",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Listen to an audio file: the words, pace, pauses, fillers, and the English. Nothing is kept."""
    from sparring.usecases.speech import listening, recordings, report

    words = speaking(lang)

    def do(program: "App") -> None:
        spoken = _language(language)
        data = recordings.read_file(Path(path))
        recordings.recognised(data, Path(path).name)
        heard = listening.hear(program, data, name=Path(path).name, language=spoken, tell=_along(as_json))
        _tell(report.told(program, heard), words, as_json)

    with_app(do, as_json=as_json, lang=lang)


def record(
    exercise: Annotated[str, typer.Argument(metavar="[EXERCISE]", help="The exercise that it answers: it is judged afterwards.")] = "",
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Only write it there (WAV).")] = None,
    seconds: Annotated[float | None, typer.Option(min=1, help="Stop by itself after so many seconds.")] = None,
    language: LanguageOption = "en",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Record from the microphone until Enter; it is listened to, and handed in where an exercise is named."""
    from sparring.usecases.speech import recorder
    from sparring.usecases.speech.spoken import said_slot

    words = speaking(lang)

    def do(program: "App") -> None:
        spoken = _language(language)
        answers = program.exercise(exercise) if exercise else None
        if answers:
            said_slot(answers)
        err.print(escape(words("speech.recording")))
        data = recorder.record(_until(seconds))
        if to is not None:
            _write(to, data)
            out.print(escape(words("speech.written", path=str(to))), soft_wrap=True)
            return
        _keep(program, data, answers, spoken, words, as_json)

    with_app(do, as_json=as_json, lang=lang)


def _language(name: str) -> Language | None:
    """The language that is named; None for any of the program's."""
    from sparring.core.problem import UsageError

    found: Language | None = next((known for known in LANGUAGES if known == name), None)
    if found is None and name != "any":
        raise UsageError(Message("speech.language", {"language": name[:20], "known": ", ".join((*LANGUAGES, "any"))}))
    return found


def _write(path: Path, data: bytes) -> None:
    from sparring.core.problem import UsageError

    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(Message("speech.not-written", {"path": str(path), "why": error.strerror or str(error)})) from error


def _until(seconds: float | None) -> Callable[[Callable[[], bool]], None]:
    """Waits for Enter, the time, Ctrl-C, or the recorder's end."""
    from time import monotonic

    def wait(running: Callable[[], bool]) -> None:
        began = monotonic()
        try:
            while running() and (seconds is None or monotonic() - began < seconds):
                if _pressed(seconds):
                    return
        except KeyboardInterrupt:
            return

    return wait


def _pressed(seconds: float | None) -> bool:
    """Whether Enter was pressed within a tick; where nobody can press it, only the time ends a recording."""
    from time import sleep

    if sys.platform == "win32" or (seconds is not None and not sys.stdin.isatty()):
        sleep(TICK)
        return False
    ready, _, _ = select.select([sys.stdin], [], [], TICK)
    if ready and not sys.stdin.readline():  # closed: nobody will press anything
        sleep(TICK)
        return False
    return bool(ready)


def _keep(program: "App", data: bytes, exercise: "Exercise[Any] | None", language: Language | None, words: "Words", as_json: bool) -> None:
    """Store the recording, listen to it, tell, and judge it where it answers an exercise."""
    from sparring.core.answer import Raw
    from sparring.usecases.speech import listening, ready, recordings, report, spoken

    slot = spoken.said_slot(exercise) if exercise else None
    made = recordings.add(program, data, exercise=exercise.id if exercise else "", part=slot.name if slot else "")
    if not ready.installed():
        out.print(escape(words("speech.kept", id=made.key[:8])))
        ready.needed()
    expected = listening.spoken_in(exercise) if exercise else language
    known = listening.listen(program, made.key, language=expected, tell=_along(as_json))
    assert known.heard is not None
    if exercise is None or slot is None:
        _tell(report.told(program, known.heard, known.key), words, as_json)
        return
    if not as_json:
        out.print(escape(clean(known.heard.text)) + "\n")
    raw = Raw({slot.file: spoken.text_of(known.heard).encode()}, spoken.language_of(known.heard, words.language))
    _judge(program, exercise, known, spoken.with_take(program, raw, slot.name, known.key), words, as_json)


def _judge(program: "App", exercise: "Exercise[Any]", known: "Recorded", raw: "Raw", words: "Words", as_json: bool) -> None:
    from sparring.cli import verdicts
    from sparring.usecases import practice
    from sparring.usecases.speech import recordings

    result = practice.grade(program, exercise, raw)
    if result.attempt:
        recordings.handed_in(program, known.key, result.attempt)
    raise typer.Exit(verdicts.tell(result, words, as_json=as_json))


def _along(as_json: bool) -> Callable[..., None]:
    """Shows how many words there are so far, where somebody watches."""

    def tell(words: tuple[object, ...]) -> None:
        if not as_json and sys.stderr.isatty():
            sys.stderr.write(f"\r… {len(words)}\033[K")
            sys.stderr.flush()

    return tell


def _tell(found: "Told", words: "Words", as_json: bool) -> None:
    """Show what was heard; exit code 1 where it cannot be judged or something is wrong."""
    from sparring.cli.evidence import MARKS, render
    from sparring.usecases.speech import report

    if as_json:
        print_json(report.as_json(found, words))
    else:
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
        if found.heard.text:
            out.print(escape(clean(found.heard.text)) + "\n")
        for finding in found.findings:
            mark, style = MARKS[finding.ok]
            out.print(f"[{style}]{mark}[/] [bold]{escape(words.say(finding.message))}[/]")
            _indented(render(finding.evidence, words))
    raise typer.Exit(0 if found.fine else 1)


def _indented(what: "object") -> None:
    from rich.padding import Padding

    out.print(Padding(what, (0, 0, 0, 2)))  # type: ignore[arg-type]


@recordings.command("list")
def list_recordings(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """All recordings, newest first."""
    from sparring.core.exercise import short_id
    from sparring.report.export import duration
    from sparring.usecases.speech import recordings as verbs

    words = speaking(lang)

    def do(program: "App") -> None:
        lines = verbs.listed(program)
        if as_json:
            print_json([verbs.as_json(line) for line in lines])
            return
        for line in lines:
            one = line.recorded
            what = short_id(one.exercise) if one.exercise else "–"
            gone = "" if one.file else f"  {words('speech.no-file')}"
            out.print(f"{one.key[:8]}  {words.moment(line.created)}  {duration(one.seconds)}  {escape(what)}{escape(gone)}")
            if one.heard and one.heard.text:
                out.print(f"          [dim]{escape(clean(one.heard.text[:100]))}[/]")
        if not lines:
            out.print(escape(words("speech.none")))

    with_app(do, as_json=as_json, lang=lang)


@recordings.command("delete")
def delete_recordings(
    key: Annotated[str, typer.Argument(metavar="[ID]", help="The id of a recording.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Delete a recording, or all; the words stay in the answers that were made of them."""
    from sparring.core.problem import UsageError
    from sparring.usecases.speech import recordings as verbs

    words = speaking(lang)

    def do(program: "App") -> None:
        if bool(key) == everything:
            raise UsageError(Message("speech.which"))
        if everything:
            count = verbs.delete_all(program)
        else:
            verbs.delete(program, verbs.by_beginning(program, key))
            count = 1
        if as_json:
            print_json({"deleted": count})
        else:
            out.print(escape(words("speech.deleted", count=count)))

    with_app(do, as_json=as_json, lang=lang)


@recordings.command("transcriber")
def choose_transcriber(
    url: Annotated[
        str, typer.Argument(metavar="[ADDRESS|own]", help="The base of a server that speaks OpenAI's audio/transcriptions.")
    ] = "",
    model: Annotated[str, typer.Option(help="What the server calls its model.")] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Agree that recordings are sent to another machine.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Which transcriber writes down what is said; without an address, which it is."""
    from urllib.parse import urlsplit

    from sparring.language.speech.loopback import is_loopback
    from sparring.usecases.speech import engines

    words = speaking(lang)

    def do(program: "App") -> None:
        if url:
            address = "" if url == "own" else url
            away = bool(address) and not is_loopback(address) and not yes and sys.stdin.isatty()
            consent = yes or (away and agreed(words("speech.ask-consent", host=urlsplit(address).hostname or address), words))
            engines.choose(program, address, model, consent=consent)
        found = engines.chosen(program)
        if as_json:
            print_json({"url": found.url, "model": found.model, "leaves": found.leaves})
        else:
            out.print(escape(words("speech.transcriber-at" if found.url else "speech.transcriber-own", url=found.url)))

    with_app(do, as_json=as_json, lang=lang)


@recordings.command("keep")
def keep_recordings(
    answer: Annotated[str, typer.Argument(metavar="yes|no", help="no: the sound is deleted as soon as it was listened to.")] = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Whether the sound of recordings is kept; without an answer, how it stands."""
    from sparring.core.problem import UsageError
    from sparring.usecases.speech import recordings as verbs

    words = speaking(lang)

    def do(program: "App") -> None:
        if answer not in ("", "yes", "no", "sì", "si"):
            raise UsageError(Message("speech.yes-no", {"answer": answer[:20]}))
        if answer:
            verbs.keep(program, answer != "no")
        if as_json:
            print_json({"keep": verbs.keeps(program)})
        else:
            out.print(escape(words("speech.keeps" if verbs.keeps(program) else "speech.keeps-none")))

    with_app(do, as_json=as_json, lang=lang)
