"""Addresses of the demonstration; each answers 404 where the site is not one."""

from django.urls import path

from pilkades.web.demonstration import views

app_name = "demonstration"
urlpatterns = [
    path("", views.people, name="people"),
    path("masuk/", views.sign_in, name="sign_in"),
]
