"""The hosted app: `app.py` inside the server layer. Run it with `python -m streamlit run serve.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from lib.server.front import FrontPage

app = st.App(Path(__file__).resolve().with_name("app.py"), middleware=[Middleware(FrontPage)])
