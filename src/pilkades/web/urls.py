"""Every address of the site; each audience brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("akun/", include("allauth.urls")),
    path("desa/", include("pilkades.web.committee.urls")),
    path("bahasa/", include("django.conf.urls.i18n")),
]
