"""The lines that were measured, for people and for the README."""


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


class Table:
    """All lines, in the order in which they were measured."""

    HEADER = ("", "what", "ours (spread)", "theirs (spread)", "beside", "ratio", "target", "")

    def __init__(self):
        self.lines = []

    def add(self, letter, line):
        self.lines.append((letter, line))

    def _cells(self, letter, line):
        def side(side):
            low, high = side.spread
            spread = f" ({number(low)} to {number(high)})" if len(side.rates) > 1 else ""
            return f"{number(side.median)} {line.unit}{spread}"

        met = {True: "met", False: "below", None: ""}[line.met]
        theirs = line.theirs
        return (
            letter, line.what + (f"; {line.note}" if line.note else ""), side(line.ours), side(theirs) if theirs else "",
            theirs.name if theirs else "", f"{line.ratio:.2f}" if theirs else "",
            line.target if isinstance(line.target, str) else f"{line.target:g}" if line.target else "", met)

    def text_of_last(self):
        return "  ".join(cell for cell in self._cells(*self.lines[-1]) if cell)

    def text(self, machine):
        rows = [self.HEADER] + [self._cells(*line) for line in self.lines]
        widths = [max(len(row[place]) for row in rows) for place in range(len(self.HEADER))]
        written = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
        return "\n".join([machine, ""] + written)

    def markdown(self, machine):
        rows = [self.HEADER, ("---",) * len(self.HEADER)] + [self._cells(*line) for line in self.lines]
        return "\n".join([machine, ""] + ["| " + " | ".join(row) + " |" for row in rows])
