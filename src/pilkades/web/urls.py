"""Every address of the site; each audience brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("pilkades.web.accounts.urls")),
    path("akun/", include("pilkades.web.accounts.door_urls")),
    path("desa/", include("pilkades.web.committee.urls")),
    path("kabupaten/", include("pilkades.web.county.urls")),
    path("publik/", include("pilkades.web.public.urls")),
    path("demonstrasi/", include("pilkades.web.demonstration.urls")),
    path("bahasa/", include("django.conf.urls.i18n")),
]
