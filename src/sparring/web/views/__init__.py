"""The pages: each reads its form, asks the use cases, renders a template."""
