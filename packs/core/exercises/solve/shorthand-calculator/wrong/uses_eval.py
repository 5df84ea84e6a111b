def evaluate(text):
    try:
        return float(eval(text, {"__builtins__": {}}, {}))
    except ZeroDivisionError:
        raise
    except Exception as error:
        raise ValueError(text) from error
