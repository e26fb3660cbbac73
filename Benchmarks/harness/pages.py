"""A template for a page that was answered: what differs between pages is filled in and escaped, the rest stands."""

import collections
import html
import re

PARTS = re.compile(r'>([^<>]+)<|\b(?:href|value|datetime|d|x|y|width)="([^"]*)"')


def templates(answers):
    """A template with its values for each page."""
    texts = [text for texts in answers for text in texts]
    counts = collections.Counter()
    for text in texts:
        counts.update({part for match in PARTS.finditer(text) for part in match.groups() if part})
    common = {part for part, count in counts.items() if count > len(texts) / 2}
    return [[template(text, common) for text in some] for some in answers]


def template(text, common):
    written, values, end = [], [], 0
    for match in PARTS.finditer(text):
        group = 1 if match.group(1) else 2
        part = match.group(group)
        if not part or part in common or not part.strip():
            continue
        written += [raw(text[end:match.start(group)]), "{{ v[%d] }}" % len(values)]
        values.append(html.unescape(part))
        end = match.end(group)
    return {"template": "".join(written) + raw(text[end:]), "values": values}


def raw(text):
    """A text that a template says as it stands."""
    return "{% raw %}" + text + "{% endraw %}" if "{" in text else text
