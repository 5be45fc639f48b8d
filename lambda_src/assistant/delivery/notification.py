"""What the team reads: the notification, in the pivot language, and the transcript.

What a customer wrote, its translation and the reply stand in the notification in lines that begin with `> `,
so that no text can pass for a heading of ours; links in them lead nowhere.
"""

from datetime import tzinfo

from assistant import clock
from assistant.aws.sns import MAX_SUBJECT_CHARACTERS, Notification
from assistant.language import languages
from assistant.own_words import own_words
from assistant.request.categories import Category
from assistant.request.item import Analysis, Source, Voiced
from assistant.request.labels import Labels
from assistant.request.priority import SCORE_NAMES, Priority, Sentiment
from assistant.request.record import audio_expires_at
from assistant.text.contacts import defang
from assistant.text.normalized import clean, one_line, without_invisible


def answer(item: Voiced, pivot_language: str, transcript_uri: str, zone: tzinfo) -> Notification:
    """Return the notification of an answered request, as `team_view` shows it, in the team's zone.

    A customer without an address is one whose personal data is masked.
    """
    labels = Labels.of(pivot_language)
    analysis, voice, code = item["analysis"], item["voice"], item["language"]["code"]
    priority = labels.priorities[Priority(analysis["priority"])]
    category = labels.categories[Category(analysis["category"])]
    language = languages.name(code, pivot_language)
    name, email = defang(item["customer"]["name"]), item["customer"]["email"]
    received, due = _moment(item["received_at"], zone), _moment(analysis["due_at"], zone)
    sla = labels.sla.format(hours=analysis["sla_hours"])
    entities = [f"{one_line(defang(one['text']), 80)} ({one['type']})" for one in analysis["entities"]]
    if voice["status"] == "unavailable":
        audio = f"{labels.no_audio} ({voice['reason']})"
    else:
        how = f"{labels.on_demand}, " if voice["status"] == "on_demand" else ""
        audio = f"{voice['url']} ({how}{labels.valid_until} {_moment(audio_expires_at(item), zone)})"
    lines = [
        f"{labels.request} : {item['pk']}",
        f"{labels.received} : {received}",
        f"{labels.customer} : " + (f"{one_line(name, 100)} <{email}>" if email else f"({labels.masked})"),
        f"{labels.language} : {language} ({code})",
        f"{labels.sentiment} : {_sentiment(analysis, labels)}",
        f"{labels.priority} : {priority}, {sla} ({labels.due} {due})",
        f"{labels.category} : {category}",
        f"{labels.entities} : {', '.join(entities) or labels.none}",
        f"{labels.audio} : {audio}",
        f"{labels.transcript} : {transcript_uri}",
        *_sources(item, labels),
    ]
    if item["degraded"]:
        reasons = ", ".join(f"{step} ({reason})" for step, reason in sorted(item["degraded"].items()))
        lines.append(f"{labels.degraded} : {reasons}")
    lines += [
        f"\n--- {labels.original} ---\n{_quoted(item['message']['original'])}",
        f"\n--- {labels.translation} ---\n{_translation(item, labels, pivot_language)}",
        f"\n--- {labels.reply} ---\n{_quoted(item['reply']['pivot_text'])}",
        "",
        labels.end.format(request_id=item["pk"]),
    ]
    attributes = {
        "kind": "answer",
        "priority": analysis["priority"],
        "category": analysis["category"],
        "language": code,
    }
    subject = one_line(f"[{priority}] {category} ({language}) - {name}", MAX_SUBJECT_CHARACTERS)
    return Notification(subject, "\n".join(lines) + "\n", attributes)


def _quoted(text: str) -> str:
    """Return a text with each of its lines marked, no link that leads anywhere, and nothing invisible."""
    lines = defang(without_invisible(text)).splitlines()
    return "\n".join(f"> {clean(line)}" for line in lines)


def _sentiment(analysis: Analysis, labels: Labels) -> str:
    name = labels.sentiments[Sentiment(analysis["sentiment"])]
    if "scores" not in analysis:
        return name
    shares = ", ".join(f"{labels.scores[key]} {analysis['scores'][key] * 100:.0f} %" for key in SCORE_NAMES)
    return f"{name} ({shares})"


def _translation(item: Voiced, labels: Labels, pivot_language: str) -> str:
    if "pivot" not in item["message"]:
        return f"({labels.not_translated})"
    if languages.base(item["language"]["code"]) == pivot_language:
        return f"({labels.not_needed})"
    return _quoted(item["message"]["pivot"])


def _sources(item: Voiced, labels: Labels) -> list[str]:
    """Return the documents that the reply states, one a line, and if so, that people have to answer."""
    lines = [source_line(one) for one in item["reply"]["sources"]]
    if item["reply"]["basis"] != "documented":
        lines.append(labels.not_documented)
    return [f"{labels.sources} : {line}" for line in lines]


def source_line(source: Source) -> str:
    """Return a source in one line: title and heading, its link, the date of its document."""
    where = " › ".join(filter(None, (source["title"], source["heading"])))
    more = ", ".join(filter(None, (source["link"], source["updated"])))
    return one_line(f"{where} ({more})" if more else where, 400)


def _moment(iso: str, zone: tzinfo) -> str:
    return f"{clock.parse(iso).astimezone(zone):%Y-%m-%d %H:%M %Z}"


def transcript(item: Voiced, pivot_language: str) -> str:
    """Return the transcript of an answered request, as plain text, with what was set aside marked."""
    labels = Labels.of(pivot_language)
    message, reply, customer = item["message"], item["reply"], item["customer"]
    code = item["language"]["code"]
    language = languages.name(code, pivot_language)
    parts = [
        item["pk"],
        f"{item['received_at']}  {customer['name']} <{customer['email']}>, {language}",
        f"[{code}]\n{own_words.marked(message, labels.set_aside, labels.kinds_aside, whole=True)}",
    ]
    if "pivot" in message and message["pivot"] != own_words.text_of(message):
        parts.append(f"[{pivot_language}]\n{message['pivot']}")
    parts.append(f"{item['completed_at']}  {reply.get('model', reply['source'])}")
    parts.append(f"[{reply['language']}]\n{reply['text']}")
    if reply["pivot_text"] != reply["text"]:
        parts.append(f"[{pivot_language}]\n{reply['pivot_text']}")
    if reply["sources"]:
        parts.append("\n".join(f"{labels.sources} : {source_line(one)}" for one in reply["sources"]))
    return "\n\n".join(parts) + "\n"
