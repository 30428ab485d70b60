"""Addresses of this application."""

from django.urls import path

from pilkades.web.accounts import invitation, own, renewal, start

app_name = "accounts"
urlpatterns = [
    path("", start.start, name="start"),
    path("akun/", own.own, name="own"),
    path("akun/ubah/", own.details, name="details"),
    path("akun/keluar-semua/", own.sign_out_everywhere, name="sign_out_everywhere"),
    path("akun/undangan/", invitation.enter, name="invitation"),
    path("akun/undangan/terima/", invitation.accept, name="accept"),
    path("akun/sandi-baru/", renewal.new_password, name="new_password"),
]
