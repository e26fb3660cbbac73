"""Programs that listen, for the time of a benchmark."""

import os
import subprocess

from tools import Failure


class Service:
    """A program that says where it listens."""

    def __init__(self, words, environment=None, complaints=None):
        self.process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=open(complaints, "w") if complaints else subprocess.DEVNULL,
            env={**os.environ, **(environment or {})})
        line = self.process.stdout.readline().decode()
        if "listens on " not in line:
            self.process.kill()
            self.process.wait()
            raise Failure(f"`{' '.join(words[:3])} ...` did not listen: {line}")
        self.address = line.split("listens on ")[1].strip()

    @classmethod
    def ours(cls, tools, path, **settings):
        """Homeward over a home, under settings other than the usual ones."""
        environment = {f"HOMEWARD_{name.upper()}": str(value) for name, value in settings.items()}
        return cls([f"{tools.build}/homeward", "serve", "--port", "0", "--home", path], environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    @property
    def peak_mebibytes(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) >> 10 for line in status if line.startswith("VmHWM"))
