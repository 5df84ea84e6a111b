"""The internals lab: snippets recorded, walked through, guessed at, and run on every interpreter that there is."""
