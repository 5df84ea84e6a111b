"""Where what is heard is found."""

from django.urls import path

from sparring.web.speech import voice

speech_pages = [
    path("exercises/<str:name>/aloud.wav", voice.exercise_aloud, name="exercise-aloud"),
    path("interviews/<str:key>/aloud/<int:number>.wav", voice.turn_aloud, name="turn-aloud"),
    path("settings/voice", voice.voice, name="voice"),
]
