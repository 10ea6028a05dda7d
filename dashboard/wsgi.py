"""The app for any WSGI server: `gunicorn --preload dashboard.wsgi:server`."""

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import Warehouse

settings = Settings.from_environment()
store = Store(settings.database_url)
store.migrate()
warehouse = Warehouse(settings.warehouse)
server = create_app(warehouse, store, settings).server
