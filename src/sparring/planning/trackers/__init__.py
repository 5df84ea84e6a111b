"""Trackers' files: Jira (CSV), Trello (JSON), GitLab (CSV and JSON), Asana (CSV and JSON), GitHub Projects (TSV and CSV), read into one backlog and written again.

What a format can hold is kept in a round trip: fields that we know by their meaning, all others as they came (`Item.extra`, `Backlog.extra`).
"""
