"""The hosted app: `app.py` inside the server layer. Run it with `python -m streamlit run serve.py`."""

import os
from pathlib import Path

import streamlit as st

from lib.queries.served import data_folder
from lib.server.hosted import Hosted
from lib.server.starting import settings_or_end
from lib.ui.warming import warm

hosted = Hosted.of(data_folder(), settings_or_end(os.environ, data_folder()), warm)
# Streamlit starts a server for this call when it finds it here, by its name.
app = st.App(
    Path(__file__).resolve().with_name("app.py"),
    secrets=hosted.secrets,
    lifespan=hosted.lifespan,
    routes=hosted.routes,
    middleware=hosted.middleware,
)
