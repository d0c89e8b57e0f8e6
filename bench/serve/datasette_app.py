"""Datasette as an application, so that uvicorn can run it in several processes: READOUT_RECORD names the file."""
import os

from datasette.app import Datasette

app = Datasette([], immutables=[os.environ["READOUT_RECORD"]],
                settings={"suggest_facets": False, "allow_facet": False}).app()
