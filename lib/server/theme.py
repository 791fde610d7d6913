"""The theme that Streamlit tells the browser at every run, read out of its settings once."""

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_READ = app_session._populate_theme_msg
_KEPT: dict[str, CustomThemeConfig] = {}


def tell_theme_once() -> None:
    """Keep what is told of the theme until the settings are read again.

    At every run of every session Streamlit searches all its settings for the six parts of the theme, on the one thread that speaks with
    all readers: a third of what a small act takes. Remove it when `AppSession` keeps the theme itself.
    """
    if app_session._populate_theme_msg is not _tell:
        config.on_config_parsed(_KEPT.clear, force_connect=True)
        app_session._populate_theme_msg = _tell


def _tell(msg: CustomThemeConfig, section: str = "theme") -> None:
    if section not in _KEPT:
        read = CustomThemeConfig()
        _READ(read, section)
        _KEPT[section] = read
    # Merged even with nothing, a part would count as given.
    if _KEPT[section].ByteSize():
        msg.MergeFrom(_KEPT[section])
