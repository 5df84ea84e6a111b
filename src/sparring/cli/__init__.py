"""The terminal: words in, words out, honest exit codes. It shows what the use cases return and decides nothing."""
