"""Ours and theirs in turn, so that what disturbs the machine disturbs both."""

import statistics


class Side:
    """What one of them reached, round by round."""

    def __init__(self, name, once):
        self.name = name
        self.once = once
        self.rates = []

    @property
    def median(self):
        return statistics.median(self.rates)

    @property
    def spread(self):
        return min(self.rates), max(self.rates)


class Line:
    """A line of the table."""

    def __init__(self, what, unit, ours, theirs=None, target=None, met=None, note=""):
        self.what = what
        self.unit = unit
        self.ours = ours
        self.theirs = theirs
        self.target = target
        self._met = met
        self.note = note

    @property
    def ratio(self):
        return self.ours.median / self.theirs.median if self.theirs else None

    @property
    def met(self):
        """True or false; None when there is no target."""
        if self._met is not None:
            return self._met
        if self.target is None or self.theirs is None:
            return None
        return self.ratio >= self.target


def alternate(rounds, ours, *others):
    """Measures all sides in turn, so many times; every other round in the opposite order."""
    sides = [ours, *others]
    for number in range(rounds):
        for side in sides if number % 2 == 0 else reversed(sides):
            side.rates.append(side.once())
    return max(others, key=lambda side: side.median) if others else None
