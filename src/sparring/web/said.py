"""What the gate says, in the visitor's language: pages and fragments that need neither session nor database."""

from sparring.core.text import Language
from sparring.web.assets import address
from sparring.web.reply import policy
from sparring.web.written import sentence as coded
from sparring.words import Words, words

HEADERS = (("content-security-policy", policy("none")), ("cache-control", "no-store"))
TROUBLE = (("HX-Retarget", "#trouble"), ("HX-Reswap", "innerHTML"))


def spoken(accept_language: str) -> Language:
    """The first of our languages that an `Accept-Language` header names; English if none."""
    for part in accept_language.split(","):
        name = part.strip().lower()
        if name.startswith("it"):
            return "it"
        if name.startswith("en"):
            return "en"
    return "en"


def sentence(accept_language: str, why: str) -> str:
    """The words alone, with what they are about."""
    say = words(spoken(accept_language))
    return f"{say(f'web.gate.{why}-title')}. {say(f'web.gate.{why}')}"


def fragment(accept_language: str, why: str) -> bytes:
    """The words as a piece of HTML, for a page that is already there."""
    return coded(sentence(accept_language, why)).encode()


def page(accept_language: str, why: str, status: int, onward: str = "") -> bytes:
    """A whole page. `onward`: the address that it offers to open; where `why` is `start` it goes there by itself. Status 200 is not called an error."""
    language = spoken(accept_language)
    say = words(language)
    refresh = f'<meta http-equiv="refresh" content="0;url={onward}">' if why == "start" else ""
    link = f'<p class="bar"><a class="btn main" href="{onward}">{_said(say, "web.gate.go-on")}</a></p>' if onward else ""
    where = "" if status == 200 else f'<p class="where">{_said(say, "web.error.where", status)}</p>'
    return f"""<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">{refresh}
<title>{_said(say, f"web.gate.{why}-title")} · sparring</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{address("app.css")}"></head>
<body><header class="top"><span class="brand">sparring</span></header>
<main class="page slim" id="main"><div class="empty">{where}<h1>{_said(say, f"web.gate.{why}-title")}</h1><p>{_said(say, f"web.gate.{why}")}</p>{link}</div></main>
</body></html>
""".encode()


def _said(say: Words, message_id: str, status: int = 0) -> str:
    return coded(say(message_id, status=str(status)))
