"""Where what is heard is found."""

from django.urls import path

from sparring.web.speech import recordings, voice

ENGLISH = {"here": "english"}

speech_pages = [
    path("exercises/<str:name>/aloud.wav", voice.exercise_aloud, name="exercise-aloud"),
    path("interviews/<str:key>/aloud/<int:number>.wav", voice.turn_aloud, name="turn-aloud"),
    path("english/glossary/aloud.wav", voice.term_aloud, name="term-aloud"),
    path("settings/voice", voice.voice, name="voice"),
    path("recordings", recordings.recordings, ENGLISH, name="recordings"),
    path("recordings/ready", recordings.recorder_ready, name="recorder-ready"),
    path("recordings/install", recordings.speech_install, name="speech-install"),
    path("recordings/keep", recordings.recordings_keep, name="recordings-keep"),
    path("recordings/delete", recordings.recordings_delete, name="recordings-delete"),
    path("recordings/<str:key>", recordings.recording, ENGLISH, name="recording"),
    path("recordings/<str:key>/replay", recordings.recording_replay, name="recording-replay"),
    path("recordings/<str:key>/sound", recordings.recording_sound, name="recording-sound"),
]
