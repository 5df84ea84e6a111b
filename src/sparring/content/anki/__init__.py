"""Anki's packages and text decks: read ourselves, written by genanki.

An `.apkg` is a zip archive with one SQLite collection, a list of media and the media files, in three generations: `collection.anki2` and
`collection.anki21` hold schema 11 (note types and decks as JSON in the table `col`), their `media` is JSON; `collection.anki21b` is
schema 15 to 18 (own tables, names in the collation `unicase`, decks parted by U+001F), compressed with Zstandard like each medium, and its `media` is a
protocol buffer (Anki: rslib/src/storage/schema11.sql, schema15_upgrade.sql; proto/anki/import_export.proto). The newest that is there counts: the others hold a
note that asks for a newer Anki. A file from outside is refused in words, whatever is wrong with it, and never written anywhere under a name of its own.
"""
