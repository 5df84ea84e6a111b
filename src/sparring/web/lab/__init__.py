"""The pages of the internals lab."""
