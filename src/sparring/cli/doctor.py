"""`sparring doctor`: what this machine gives."""

from sparring.cli.console import JsonOption, LangOption, escape, out, print_json, speaking, told, told_progress


def prepare(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Compile the exact engine for this machine, once; at once if it is done already."""
    from sparring.config.folders import cache_folder
    from sparring.sandbox import exact

    told(lambda: exact.prepare(cache_folder(), None if as_json else told_progress(lang)), as_json=as_json, lang=lang)
    if as_json:
        print_json({"engine": exact.engine_id(), "cache": str(cache_folder())})


def doctor(as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Engines with their protections and ids, versions, folders, what is missing and how to get it."""
    from sparring.config.embedded import open_app
    from sparring.config.folders import requirements
    from sparring.usecases.doctor import examine

    words = speaking(lang)
    program = open_app(workers=1, progress=None if as_json else told_progress(lang))
    try:
        found = told(lambda: examine(program, requirements()), as_json=as_json, lang=lang)
    finally:
        program.close()
    if as_json:
        print_json(found.data(words))
        return
    for engine in found.engines:
        state = "[green]●[/]" if engine.available else "[red]■[/]"
        out.print(f"{state} [bold]{engine.name}[/] {escape(engine.id or '')}")
        out.print(f"    {words('doctor.protections')}: {', '.join(words(f'doctor.protection-{name}') for name in engine.protections)}")
        if engine.why_not:
            out.print(f"    {escape(words.say(engine.why_not))}")
    for name, version in found.versions.items():
        out.print(f"[dim]{name}[/] {version}")
    for name, path in found.folders.items():
        out.print(f"[dim]{words(f'doctor.folder-{name}')}[/] {escape(path)}")
        kept = found.storage.get(name)
        if kept and kept.free is not None:
            out.print(f"    {words('doctor.free', megabytes=words.number(kept.free / 1e6))}")
    for missing in found.missing:
        out.print(f"[yellow]○[/] {escape(words.say(missing))}")
