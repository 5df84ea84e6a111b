"""Speech: recordings, what is heard in them, and how what was said becomes an answer.

How a surface uses it, step by step (all verbs take the `App` first):

1. `ready.ready(app)`: whether the install set `speech` is there, what it would take (`extras.install(requirements(), "speech")` after a yes). Without it there
   is no recorder: typed answers work as ever. `ready.warm(app)` in a thread when the recorder is opened, so that the weights are loaded when it stops.
2. The recorder stops: `recordings.add(app, data, exercise=ID, part=SLOT)` → `Recorded`. UsageError tells a person what is wrong with the file (too large,
   no sound file, broken). It is stored; nothing is transcribed yet.
3. `listening.listen(app, key, language=listening.spoken_in(exercise), tell=…)` → `Recorded` with `heard`.
   `tell` is called with all words so far, first within about two seconds: show them.
   Where `heard.trouble` is set, say `Message(f"speech.trouble-{heard.trouble}")`: nothing is to be graded, offer another take. Listening twice
   answers with what was heard the first time.
4. `spoken.text_of(heard)` is what the part's text field is filled with: the transcript without its fillers. The candidate may correct it.
5. On submit the form carries the recording's key beside the text: `spoken.with_take(app, raw, part, key)` with
   `Raw.language` from `spoken.language_of(heard, …)` gives `practice.grade` (or `desk.hand_in`,
   `Interview.submit`, `stories.tell`) a `Raw` whose part knows its take. The verdict then has the findings of speech (`Delivery` evidence) behind the kind's own;
   they change no score. What was heard stays in the stored answer (`Prose.take`), whatever the candidate corrected. After grading
   `recordings.handed_in(app, key, attempt)` notes which attempt it belongs to.
6. Replay: `recordings.sound_file(app, key)` → path and media type; words light up by `Heard.transcript.words` (seconds). No file where the
   sound was not kept: the words are there all the same.
7. Settings: `recordings.keeps(app)`, `recordings.keep(app, yes)`: with `False` a recording's sound is deleted as soon as it was listened to (its words stay with the answer).
   `engines.chosen(app)`, `engines.choose(app, url, model, consent=…)`: another transcriber; where `leaves` is set, say that the voice leaves this machine.
   `recordings.delete(app, key)`, `recordings.delete_all(app)`. Export, import and "delete everything" know recordings, files included.

Nothing here is scored on how somebody sounds: findings speak of pace, pauses and words.
"""
