"""The app for any WSGI server: `gunicorn --preload dashboard.wsgi:server`."""

import logging

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import Warehouse

# What we log ourselves looks like what gunicorn logs.
logging.basicConfig(
    format="[%(asctime)s] [%(process)d] [%(levelname)s] %(message)s", datefmt="%Y-%m-%d %H:%M:%S %z"
)
settings = Settings.from_environment()
store = Store(settings.database_url)
store.migrate()
warehouse = Warehouse(settings.warehouse)
server = create_app(warehouse, store, settings).server
