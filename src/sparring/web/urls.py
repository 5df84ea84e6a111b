"""The pages. `here` is the page of the navigation that a page belongs to."""

from django.urls import path

from sparring.web.lab.urls import lab_pages
from sparring.web.speech.urls import speech_pages
from sparring.web.study.urls import study_pages
from sparring.web.views import (
    api,
    attempts,
    english,
    errors,
    exercise,
    interviews,
    library,
    plan,
    portfolio,
    scorecards,
    settings,
    stories,
    today,
    topics,
)

TODAY, LIBRARY, INTERVIEWS, TOPICS, PLAN_LAB, PORTFOLIO, ENGLISH, STORIES, SETTINGS = (
    {"here": name} for name in ("today", "library", "interviews", "topics", "plan-lab", "portfolio", "english", "stories", "settings")
)

urlpatterns = [
    path("", today.today, TODAY, name="today"),
    path("welcome", settings.welcome, name="welcome"),
    path("language", settings.language, name="language"),
    path("asides", settings.drop_asides, name="asides"),
    path("settings", settings.settings, SETTINGS, name="settings"),
    path("sign-out", settings.sign_out, name="sign-out"),
    path("exercises", library.library, LIBRARY, name="library"),
    path("exercises/<str:name>", exercise.exercise, LIBRARY, name="exercise"),
    path("exercises/<str:name>/draft", exercise.draft, name="draft"),
    path("exercises/<str:name>/board/<str:slot>", plan.board, name="board"),
    path("exercises/<str:name>/left", exercise.left, name="left"),
    path("exercises/<str:name>/history", attempts.history, LIBRARY, name="history"),
    path("attempts/<str:key>", attempts.attempt, LIBRARY, name="attempt"),
    path("attempts/<str:key>/findings/<int:number>", attempts.mark, name="mark"),
    path("plan-lab", plan.lab, PLAN_LAB, name="plan-lab"),
    path("topics", topics.topics, TOPICS, name="topics"),
    path("interviews", interviews.choose, INTERVIEWS, name="interviews"),
    path("interviews/<str:key>", interviews.interview, INTERVIEWS, name="interview"),
    path("interviews/<str:key>/draft", interviews.draft, name="interview-draft"),
    path("interviews/<str:key>/notes", interviews.notes, name="notes"),
    path("interviews/<str:key>/scorecard", scorecards.scorecard, INTERVIEWS, name="scorecard"),
    path("interviews/<str:key>/scorecard.<str:form>", scorecards.export, name="export"),
    path("portfolio", portfolio.portfolio, PORTFOLIO, name="portfolio"),
    path("portfolio/<str:key>", portfolio.report, PORTFOLIO, name="portfolio-report"),
    path("portfolio/<str:key>/report.<str:form>", portfolio.export, name="portfolio-export"),
    path("portfolio/<str:key>/plan", portfolio.plan_questions, name="portfolio-plan"),
    path("portfolio/<str:key>/forget", portfolio.forget, name="portfolio-forget"),
    path("stories", stories.stories, STORIES, name="stories"),
    path("stories/<str:key>", stories.story, STORIES, name="story"),
    path("projects/<str:key>", stories.sheet, STORIES, name="sheet"),
    path("english", english.english, ENGLISH, name="english"),
    path("english/glossary", english.glossary, ENGLISH, name="glossary"),
    *study_pages,
    *lab_pages,
    *speech_pages,
    path("api/grade", api.grade, name="api-grade"),
]

handler404 = errors.missing
handler403 = errors.forbidden
handler400 = errors.bad
handler500 = errors.broken
