"""Speech composed of known pieces, and what is measured on it. Apart from the measures, since it needs the install set `speech` when it is imported."""
