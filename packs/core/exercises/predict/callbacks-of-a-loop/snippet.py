def build_menu(formats):
    buttons = {}
    for name in formats:
        if name.startswith("_"):
            continue

        def on_click():
            return f"exporting as {name}"

        buttons[name] = on_click
    return buttons


menu = build_menu(["csv", "json", "_raw"])
for label, click in menu.items():
    print(label, "->", click())
