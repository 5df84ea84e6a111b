"""The lab's addresses."""

from django.urls import URLPattern, path

from sparring.web.lab import claims, costs, growth, views

LAB = {"here": "lab"}

lab_pages: list[URLPattern] = [
    path("lab", views.lab, LAB, name="lab"),
    path("lab/claims", claims.claims, LAB, name="lab-claims"),
    path("lab/costs", costs.costs, LAB, name="lab-costs"),
    path("lab/growth", growth.growth, LAB, name="lab-growth"),
]
