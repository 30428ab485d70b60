"""The door for an ASGI server."""

import os

from django.core.asgi import get_asgi_application

from pilkades.web.serving import demand_servable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
demand_servable()
application = get_asgi_application()
