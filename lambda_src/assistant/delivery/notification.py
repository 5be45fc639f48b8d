"""What the team is sent: readable text in the pivot language, with attributes to filter by.

What a customer wrote, its translation and the reply stand in lines that begin with `> `, so that no text can
pass for a heading of ours; links in them lead nowhere.
"""

from datetime import tzinfo

from assistant import clock
from assistant.aws.sns import MAX_SUBJECT_CHARACTERS, Notification
from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.item import Analysis, Customer, Voiced
from assistant.request.labels import Labels
from assistant.request.priority import SCORE_NAMES, Priority, Sentiment
from assistant.request.record import audio_expires_at
from assistant.text.contacts import defang
from assistant.text.normalized import clean, one_line, without_invisible


def answer(item: Voiced, pivot_language: str, transcript: str, zone: tzinfo) -> Notification:
    """Return the notification of an answered request, as `privacy.for_team` shows it, in the team's zone.

    `transcript` is where the whole exchange lies. A customer without an address is one whose personal data is
    masked.
    """
    labels = Labels.of(pivot_language)
    analysis = item["analysis"]
    priority = labels.priorities[Priority(analysis["priority"])]
    category = labels.categories[Category(analysis["category"])]
    language = languages.name(item["language"]["code"], pivot_language)
    subject = f"[{priority}] {category} ({language}) - {defang(item['customer']['name'])}"
    return Notification(
        subject=one_line(subject, MAX_SUBJECT_CHARACTERS),
        text=_text(item, labels, pivot_language, transcript, zone),
        attributes={
            "kind": "answer",
            "priority": analysis["priority"],
            "category": analysis["category"],
            "language": item["language"]["code"],
        },
    )


def _text(item: Voiced, labels: Labels, pivot_language: str, transcript: str, zone: tzinfo) -> str:
    analysis, language = item["analysis"], item["language"]
    sla = labels.sla.format(hours=analysis["sla_hours"])
    priority = labels.priorities[Priority(analysis["priority"])]
    lines = [
        f"{labels.request} : {item['pk']}",
        f"{labels.received} : {_moment(item['received_at'], zone)}",
        f"{labels.customer} : {_customer(item['customer'], labels)}",
        f"{labels.language} : {languages.name(language['code'], pivot_language)} ({language['code']})",
        f"{labels.sentiment} : {_sentiment(analysis, labels)}",
        f"{labels.priority} : {priority}, {sla} ({labels.due} {_moment(analysis['due_at'], zone)})",
        f"{labels.category} : {labels.categories[Category(analysis['category'])]}",
        f"{labels.entities} : {_entities(analysis, labels)}",
        f"{labels.audio} : {_audio(item, labels, zone)}",
        f"{labels.transcript} : {transcript}",
    ]
    if item["degraded"]:
        reasons = ", ".join(f"{step} ({reason})" for step, reason in sorted(item["degraded"].items()))
        lines.append(f"{labels.degraded} : {reasons}")
    sections = (
        (labels.original, _quoted(item["message"]["original"])),
        (labels.translation, _translation(item, labels, pivot_language)),
        (labels.reply, _quoted(item["reply"]["pivot_text"])),
    )
    lines += [f"\n--- {title} ---\n{text}" for title, text in sections]
    return "\n".join((*lines, "", labels.end.format(request_id=item["pk"]))) + "\n"


def _quoted(text: str) -> str:
    """Return a text with each of its lines marked, no link that leads anywhere, and nothing invisible."""
    lines = defang(without_invisible(text)).splitlines()
    return "\n".join(f"> {clean(line)}" for line in lines)


def _customer(customer: Customer, labels: Labels) -> str:
    if not customer["email"]:
        return f"({labels.masked})"
    return f"{one_line(defang(customer['name']), 100)} <{customer['email']}>"


def _sentiment(analysis: Analysis, labels: Labels) -> str:
    name = labels.sentiments[Sentiment(analysis["sentiment"])]
    if "scores" not in analysis:
        return name
    shares = ", ".join(f"{labels.scores[key]} {analysis['scores'][key] * 100:.0f} %" for key in SCORE_NAMES)
    return f"{name} ({shares})"


def _entities(analysis: Analysis, labels: Labels) -> str:
    found = [f"{one_line(defang(entity['text']), 80)} ({entity['type']})" for entity in analysis["entities"]]
    return ", ".join(found) or labels.none


def _audio(item: Voiced, labels: Labels, zone: tzinfo) -> str:
    voice = item["voice"]
    if voice["status"] == "unavailable":
        return f"{labels.no_audio} ({voice['reason']})"
    how = f"{labels.on_demand}, " if voice["status"] == "on_demand" else ""
    return f"{voice['url']} ({how}{labels.valid_until} {_moment(audio_expires_at(item), zone)})"


def _translation(item: Voiced, labels: Labels, pivot_language: str) -> str:
    if "pivot" not in item["message"]:
        return f"({labels.not_translated})"
    if languages.base(item["language"]["code"]) == pivot_language:
        return f"({labels.not_needed})"
    return _quoted(item["message"]["pivot"])


def _moment(iso: str, zone: tzinfo) -> str:
    return f"{clock.parse(iso).astimezone(zone):%Y-%m-%d %H:%M %Z}"
