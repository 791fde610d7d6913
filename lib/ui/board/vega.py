"""Vega for the browser: the parts that draw a compiled specification, as one module, made without network or Node."""

from importlib.metadata import version

import vl_convert

from lib.ui.publish import published_once

# The package holds the modules of Vega under these names. Its own `vega` is the module's default, which is nothing:
# use that when `javascript_bundle("export { vega }")` exports more than null, and remove this.
_SNIPPET = 'import {{ View, changeset, parse }} from "/npm/vega@{version}/+esm"; export {{ View, changeset, parse }};'


def vega_address() -> str:
    """Publish Vega and return its address.

    Raises: PublishingError when it cannot be written.
    """
    snippet = _SNIPPET.format(version=vl_convert.get_vega_version())
    return published_once("vega.js", f"{version('vl-convert-python')} {snippet}", lambda: vl_convert.javascript_bundle(snippet).encode())
