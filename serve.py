"""The hosted app: `app.py` inside the server layer. Run it with `python -m streamlit run serve.py`."""

import os
from pathlib import Path

import streamlit as st

from lib.queries.served import data_folder
from lib.server.hosted import Hosted
from lib.server.settings import Settings
from lib.server.starting import need_folder, needing_settings
from lib.ui.warming import warm

with needing_settings():
    hosted = Hosted.of(need_folder(data_folder()), Settings.read(os.environ), warm)
# Streamlit starts a server for this call when it finds it here, by its name.
app = st.App(
    Path(__file__).resolve().with_name("app.py"),
    secrets=hosted.secrets,
    lifespan=hosted.lifespan,
    routes=hosted.routes,
    middleware=hosted.middleware,
)
