"""Subclasses of `Plugin` enter themselves in `registry` when they are defined."""


def check(source, names):
    """None when a class that the check defines is there without having been instantiated."""
    base, registry = names["Plugin"], names["registry"]
    if not isinstance(base, type) or not isinstance(registry, dict):
        return "names"
    if "Plugin" in registry:
        return "itself"

    class Exporter(base):
        """A plugin."""

    if registry.get("Exporter") is not Exporter:
        return "not-registered"

    class PdfExporter(Exporter):
        """A plugin below a plugin."""

    return None if registry.get("PdfExporter") is PdfExporter else "not-registered"
