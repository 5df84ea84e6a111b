"""Settings: one laptop, a class room, a company. Nothing below this room knows which."""
