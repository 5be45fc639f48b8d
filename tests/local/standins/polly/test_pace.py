"""Every language that is spoken is spoken at a plausible pace: no voice reads the names of letters."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from local.commands.audio import listen

DATA = Path(__file__).parents[4] / "lambda_src" / "data"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


SPOKEN = {code: row["speech"] for code, row in table("languages.toml").items() if "speech" in row}
WITHOUT_SPACES = ("ja", "zh", "zh-TW")
# Measured with espeak-ng: 0.28 (Canadian French) to 0.66 (Korean) seconds a word, 0.17 (Japanese) and 0.28
# (Chinese) a letter. Japanese with the names of its letters took 0.51.
PER_WORD, PER_LETTER = (0.2, 0.85), (0.1, 0.35)
# No text of ours is in these.
OTHERS = {
    "cy": "Diolch am eich neges. Mae ein tîm yn edrych ar eich archeb a byddwn yn ateb cyn gynted â phosibl.",
    "is": "Takk fyrir skilaboðin. Starfsfólk skoðar pöntunina þína og við svörum eins fljótt og hægt er.",
}


def text_of(code: str) -> str:
    """Return a few sentences of a reply without a model, else the receipt."""
    file = DATA / "templates" / f"{code}.toml"
    if not file.exists():
        receipts = table("receipts.toml")
        return str(receipts.get(code) or OTHERS.get(code) or receipts[code.partition("-")[0]])
    template = table(f"templates/{code}.toml")
    look = template["look"].format(hours=template["hours"]["24"])
    return " ".join([template["openings"]["negative"], look, template["next_steps"]["refund"]])


@pytest.mark.parametrize("code", SPOKEN)
def test_a_language_is_spoken_at_a_plausible_pace(polly: Any, code: str) -> None:
    text, speech = text_of(code), SPOKEN[code]
    answer = polly.synthesize_speech(
        Text=text,
        VoiceId=speech["voice_id"],
        LanguageCode=speech["language"],
        Engine=speech["engines"][0],
        OutputFormat="mp3",
    )
    seconds = listen(answer["AudioStream"].read()).seconds
    of_letters = code in WITHOUT_SPACES
    units = sum(map(str.isalnum, text)) if of_letters else len(text.split())
    low, high = PER_LETTER if of_letters else PER_WORD
    assert low < seconds / units < high
