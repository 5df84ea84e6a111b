"""Markdown in the terminal: as Rich shows it, and with line numbers where a question asks for a line."""

from typing import ClassVar

from markdown_it.token import Token
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Markdown, MarkdownElement
from rich.syntax import Syntax


class Fence(CodeBlock):
    """A block of code; one whose fence says `numbered` carries the numbers of its lines."""

    numbered = False

    @classmethod
    def create(cls, markdown: Markdown, token: Token) -> "Fence":
        """The block that a fence begins."""
        language, _, rest = (token.info or "").partition(" ")
        made = cls(language or "text", markdown.code_theme)
        made.numbered = rest.strip() == "numbered"
        return made

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The block, as wide as the terminal."""
        yield Syntax(str(self.text).rstrip(), self.lexer_name, theme=self.theme, word_wrap=True, padding=1, line_numbers=self.numbered)


class Prose(Markdown):
    """A prompt, a question, an answer in Markdown."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {**Markdown.elements, "fence": Fence}
