"""Addresses of this application."""

from django.urls import URLPattern, URLResolver

app_name = "demonstration"
urlpatterns: list[URLPattern | URLResolver] = []
