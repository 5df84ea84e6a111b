"""A fresh clone that is really installed and whose tests really run: only after a yes, and only behind the native engine's wall."""
