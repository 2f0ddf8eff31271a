"""The real server on a folder and a port, with the assets as they lie there: a bench does not look at them. Every other
setting is that of the environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ringback import door
from ringback import settings as environment
from ringback.app import make_app
from ringback.routes.assets import load
from ringback.store import offices
from ringback.store.database import Store

if __name__ == "__main__":
    data, port = sys.argv[1:]
    settings = environment.read(os.environ | {"RINGBACK_DATA": data, "RINGBACK_PORT": port})
    store = Store.open(Path(data))
    with store.reading() as db:
        office = offices.only(db)
    assert office
    app = make_app(settings, load(door.ASSETS), store, office.id)
    door.run(app, door.listen(settings.host, settings.port), lambda: None)
