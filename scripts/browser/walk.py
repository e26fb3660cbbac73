"""Walks one journey in Debian's Chromium: with and without scripts, on a telephone's width and a desktop's, each with the
keyboard alone; and once with a pointer. Every page that a journey shows is looked at.

A journey is a file in journeys/ with a function `walk(site)`; `site` is a Site. One with a function `tour(browser, asked)`
walks by itself. It ends with an exception when something is not as it should be. The last line of the output is `done`
when all walks came to their end.
"""

import importlib.util
import json
import pathlib
import shutil
import sys
import time

from looking import Trouble
from playwright import sync_api
from visitor import Site

WALKS = [
    ("desktop", 1280, 800, True, True),
    ("telephone", 320, 640, True, True),
    ("desktop-no-script", 1280, 800, False, True),
    ("telephone-no-script", 320, 640, False, True),
    ("pointer", 1280, 800, True, False),
]


def chromium():
    """Where Debian keeps it."""
    for name in ("chromium", "chromium-browser"):
        if shutil.which(name):
            return shutil.which(name)
    raise Trouble("there is no chromium: run scripts/tools")


def main():
    journey = sys.argv[1]
    file = pathlib.Path(__file__).parent / "journeys" / (journey + ".py")
    spec = importlib.util.spec_from_file_location(journey, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    asked = json.load(sys.stdin)
    asked["journey"] = journey
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        if hasattr(module, "tour"):
            module.tour(browser, asked)
        else:
            walk(module, browser, asked)
        browser.close()
    print("done")


def walk(module, browser, asked):
    """Walks in all ways, one after the other."""
    for number, (name, width, height, scripts, keyboard) in enumerate(WALKS):
        if asked.get("walks") and name not in asked["walks"].split(","):
            continue
        began = time.monotonic()
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, locale="en-GB"
        )
        context.set_default_timeout(20_000)
        module.walk(Site(context.new_page(), asked, name, number, scripts, keyboard))
        context.close()
        print(f"{asked['journey']}: {name}, {time.monotonic() - began:.1f} s", flush=True)


try:
    main()
except (Trouble, sync_api.Error) as trouble:
    print(trouble, file=sys.stderr)
    sys.exit(1)
