class Positive: pass
