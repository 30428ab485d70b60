"""The door for a WSGI server (gunicorn)."""

import os

from django.core.wsgi import get_wsgi_application

from pilkades.web.serving import demand_servable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
demand_servable()
application = get_wsgi_application()
