"""State machines of what a candidate goes through, over core types alone: events in, state out, the clock passed in. No Django."""
