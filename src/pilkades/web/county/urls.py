"""Addresses of this application."""

from django.urls import URLPattern, URLResolver

app_name = "county"
urlpatterns: list[URLPattern | URLResolver] = []
