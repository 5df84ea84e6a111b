"""Where the pages of study are."""

from django.urls import path

from sparring.web.study import advert, applications, cards, placement, plan, progress, session, topic

TODAY, PROGRESS, TOPICS = {"here": "today"}, {"here": "progress"}, {"here": "topics"}

study_pages = [
    path("study", session.study, TODAY, name="study"),
    path("study/minutes", session.minutes, name="study-minutes"),
    path("plan", plan.plan, TODAY, name="plan"),
    path("advert", advert.advert, TODAY, name="advert"),
    path("placement", placement.placement, TODAY, name="placement"),
    path("topics/<str:name>", topic.topic, TOPICS, name="topic"),
    path("cards", cards.cards, TODAY, name="cards"),
    path("cards/export", cards.export, name="cards-export"),
    path("cards/media/<str:name>", cards.media, name="cards-media"),
    path("cards/<str:key>", cards.card, TODAY, name="card"),
    path("applications", applications.applications, TODAY, name="applications"),
    path("applications/calendar.ics", applications.calendar, name="applications-calendar"),
    path("applications/<str:key>", applications.application, TODAY, name="application"),
    path("progress", progress.progress, PROGRESS, name="progress"),
    path("progress/everything.zip", progress.export, name="progress-export"),
    path("progress/delete", progress.delete, PROGRESS, name="progress-delete"),
]
