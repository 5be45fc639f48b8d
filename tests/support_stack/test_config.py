import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.request.categories import Category
from assistant.request.priority import Priority
from support_stack import config
from support_stack.config import ConfigError, Environment
from support_stack.config.contradictions import contradiction


@pytest.mark.parametrize("name", ["local", "local-economy", "dev", "staging", "prod"])
def test_every_environment_loads(name: str) -> None:
    assert config.load(name).name == name
    assert name in config.names()


def test_values_come_typed() -> None:
    prod = config.load("prod")
    accounting = prod.subscribers[2]
    assert accounting.categories == (Category.REFUND, Category.BILLING)
    assert accounting.priorities == (Priority.HIGH, Priority.MEDIUM)
    assert prod.retention.keep_on_delete is True
    assert prod.account is None


def test_an_unknown_environment_is_told_which_there_are() -> None:
    with pytest.raises(
        ConfigError,
        match=r"environments/prd\.toml: no such environment; "
        r"-c env= takes dev, local, local-economy, prod, staging",
    ):
        config.load("prd")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("company =", "compny =", "compny: unknown key; allowed are company, pivot_language,"),
        ("burst =", "bursts = 1\nburst =", "api.bursts: unknown key; allowed are allowed_origins,"),
        (
            'email = "equipe',
            'emial = "x"\nemail = "equipe',
            "subscribers.0.emial: unknown key; allowed are email,",
        ),
        ("[target]", "[targets]", "targets: unknown key; allowed are"),
        ("company =", "# company =", "company: is missing"),
        ('cost_center = "support"', "", "tags.cost_center: is missing"),
        ('owner = "support team"', 'owner = "team <support>"', "tags.owner: string should match pattern"),
        ('= "fr"', '= "de"', "pivot_language: input should be 'fr' or 'en', not 'de'"),
        (
            "audio_days = 8",
            "audio_days = 7",
            "retention.audio_days: input should be greater than or equal to 8",
        ),
        (
            "transcripts_days = ",
            "transcripts_days = 90  # ",
            "retention.transcripts_days: may not be longer than requests_days",
        ),
        ("burst = 10", 'burst = "many"', "api.burst: input should be a valid integer"),
        (
            'priorities = ["HIGH"]',
            'priorities = ["URGENT"]',
            "reply.gestures.0.priorities.0: input should be 'HIGH', 'MEDIUM' or 'NORMAL'",
        ),
        (
            'priorities = ["HIGH"]',
            "priorities = []",
            "reply.gestures.0.priorities: tuple should have at least 1",
        ),
        ('id = "voucher_10"', 'id = "10 €"', "reply.gestures.0.id: string should match pattern"),
        ('id = "voucher_10"', 'id = "none"', "reply.gestures: the id none stands for no gesture"),
        (
            'id = "voucher_10"',
            'id = "free_delivery"',
            "reply.gestures: the id free_delivery stands there twice",
        ),
        (
            '\nfr = "Pour nous',
            '\nda = "Pour nous',
            "reply.gestures: voucher_10 has no sentence in the team's",
        ),
        ('\nen = "To make', '\nxx = "To make', "reply.gestures.0.sentences.xx"),
        (
            "\nreviewers = [",
            "\nreviewer = [",
            "reply.reviewer: unknown key; allowed are models, reviewers, gestures",
        ),
        ("\nenabled = true", "\nenabled = 7", "disclosure.enabled: input should be a valid boolean"),
        ('["eu.', '["claude", "eu.', "reply.models.0: string should match pattern"),
        (
            '["eu.anthropic',
            '["global.anthropic',
            "reply.models: global.anthropic.claude-haiku-5-5 may be served",
        ),
        ('["eu.anthropic', '["eu.anthropos', "reply.models: eu.anthropos.claude-haiku-5-5 is no known model"),
        ('region = "eu-west-1"', 'region = "eu-west-3"', "region: eu-west-3 does not have Amazon Comprehend"),
        ('region = "eu-west-1"', 'region = "eu-west-2"', "region: eu-west-2 is outside of residency eu"),
        ("logs_days = 7", "logs_days = 8", "retention.logs_days: input should be 1, 3, 5, 7, 14, 30"),
        (
            "keep_on_delete = false",
            'keep_on_delete = "perhaps"',
            "retention.keep_on_delete: input should be a valid",
        ),
        (
            "answer_share = 0.9",
            "answer_share = 1.9",
            "target.answer_share: input should be less than or equal to 1",
        ),
        ("company =", "company", "not valid TOML"),
        *(
            (
                "burst = 10",
                f'burst = 10\npublic_base = "{base}"',
                "api.public_base: value error, https://HOST or https://HOST/PATH is wanted, without",
            )
            for base in (
                "http://support.example.com",
                "https://support.example.com/",
                "https://support.example.com?x=1",
                "https://support.example.com/{stage}",
                "https://",
                "support.example.com",
            )
        ),
        ("burst = 10", "burst = 10\nkeys = []", "api.keys: tuple should have at least 1"),
        ("burst = 10", 'burst = 10\nkeys = ["a", "a"]', "api.keys: one stands there twice"),
        ("burst = 10", 'burst = 10\nkeys = ["A b"]', "api.keys.0: string should match pattern"),
        (
            "[budget]",
            "[links]\nkey_versions = []\n[budget]",
            "key_versions: tuple should have at least 1",
        ),
        (
            "[budget]",
            "[links]\nkey_versions = [1, 1]\n[budget]",
            "links.key_versions: one stands there twice",
        ),
        (
            "[budget]",
            "[links]\nkey_versions = [0]\n[budget]",
            "key_versions.0: input should be greater",
        ),
        *(
            ('kind = "all_at_once"', given, f"rollout.{told}")
            for given, told in (
                ('kind = "blue_green"', "kind: input should be 'all_at_once', 'canary' or 'linear'"),
                (
                    'kind = "all_at_once"\npercent = 10',
                    "percent: all_at_once has one step, in which no alarm",
                ),
                (
                    'kind = "all_at_once"\nminutes = 10',
                    "minutes: all_at_once has one step, in which no alarm",
                ),
                (
                    'kind = "all_at_once"\nalarms = ["DeadLetters"]',
                    "alarms: all_at_once has one step, in which no alarm is watched; leave alarms out",
                ),
                ('kind = "canary"', "percent: is missing; canary needs percent, minutes and alarms"),
                ('kind = "canary"\npercent = 10', "minutes: is missing; canary needs"),
                ('kind = "linear"\npercent = 10\nminutes = 10', "alarms: is missing; linear needs"),
                ('kind = "canary"\npercent = 100', "percent: input should be less than or equal to 99"),
                (
                    'kind = "canary"\nminutes = 0',
                    "minutes: input should be greater than or equal to 10, not 0",
                ),
                ('kind = "canary"\nalarms = ["Budget"]', "alarms.0: input should be 'ExecutionsFailed',"),
                (
                    'kind = "linear"\npercent = 1\nminutes = 60\nalarms = ["DeadLetters"]',
                    "minutes: steps of 1 % every 60 minutes take 6000, of 2100 that CloudFormation",
                ),
            )
        ),
        ('profile = "quality"', 'profile = "fast"', "profile: input should be 'quality' or 'economy'"),
        ("daily_usd = 5", "daily_usd = 0", "budget.daily_usd: input should be greater than 0"),
        (
            'speech = "always"',
            'speech = "sometimes"',
            "voice.speech: input should be 'always', 'on_demand' or 'off'",
        ),
        (
            'speech = "always"',
            'speech = "on_demand"',
            "retention.requests_days: with speech on_demand at least audio_days + 7",
        ),
    ],
)
def test_what_is_wrong_is_one_line_with_file_key_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = (config.ENVIRONMENTS / "dev.toml").read_text()
    assert old in text
    (tmp_path / "dev.toml").write_text(text.replace(old, new, 1))
    with pytest.raises(ConfigError) as error:
        config.load("dev", tmp_path)
    message = str(error.value)
    assert message.startswith("environments/dev.toml: ")
    assert told in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (3, "watch.minutes: at least 5, or 0"),
        (
            5,
            "watch.minutes: every 5 minutes are 288 requests a day, and api.requests_per_day lets 250",
        ),
    ],
)
def test_a_watch_that_cannot_work_is_refused(minutes: int, told: str, tmp_path: Path) -> None:
    text = (config.ENVIRONMENTS / "dev.toml").read_text()
    (tmp_path / "dev.toml").write_text(text.replace("[watch]\nminutes = 0", f"[watch]\nminutes = {minutes}"))
    with pytest.raises(ConfigError) as refused:
        config.load("dev", tmp_path)
    assert told in str(refused.value)


def test_an_object_may_not_outlive_the_item_that_leads_to_it(environment: Environment) -> None:
    assert contradiction(environment) is None
    retention = replace(environment.retention, transcripts_days=environment.retention.requests_days + 1)
    assert str(contradiction(replace(environment, retention=retention))).startswith(
        "retention.transcripts_days: may not be longer than requests_days"
    )


def test_a_new_file_is_a_new_environment(tmp_path: Path) -> None:
    shutil.copy(config.ENVIRONMENTS / "dev.toml", tmp_path / "demo.toml")
    assert config.load("demo", tmp_path).name == "demo"


def test_the_economy_profile_reads_before_anything_could_be_masked(tmp_path: Path) -> None:
    text = (config.ENVIRONMENTS / "dev.toml").read_text()
    text = text.replace('profile = "quality"', 'profile = "economy"')
    (tmp_path / "dev.toml").write_text(text)
    assert config.load("dev", tmp_path).profile == "economy"
    (tmp_path / "dev.toml").write_text(
        text.replace('personal_data = "notifications"', 'personal_data = "all"')
    )
    with pytest.raises(ConfigError, match=r"personal_data: all needs profile quality"):
        config.load("dev", tmp_path)


def test_sentences_that_a_function_has_no_room_for_are_too_many(tmp_path: Path) -> None:
    text = (config.ENVIRONMENTS / "dev.toml").read_text()
    long = "".join(f'{code} = "{"注" * 60}"\n' for code in ("sv", "da", "no", "fi", "pl", "cs", "ru", "uk"))
    (tmp_path / "dev.toml").write_text(
        text.replace("[reply.gestures.sentences]\n", f"[reply.gestures.sentences]\n{long}", 1)
    )
    with pytest.raises(ConfigError, match=r"reply.gestures: their sentences take \d+ bytes, of 3000 that"):
        config.load("dev", tmp_path)


@pytest.mark.parametrize("name", config.names())
def test_every_file_has_another_family_review_and_says_what_the_law_asks_for(name: str) -> None:
    environment = config.load(name)
    writer, reviewer = environment.reply.models[0], environment.reply.reviewers[0]
    assert ("anthropic." in writer) is not ("anthropic." in reviewer)
    assert environment.disclosure.enabled


@pytest.mark.parametrize("base", ["", "http://127.0.0.1:4566/_aws/x/{api_id}", "https://127.0.0.1:4566/a"])
def test_an_emulators_address_may_replace_what_links_start_with(base: str) -> None:
    assert config.public_base(base or None) == base


@pytest.mark.parametrize(
    "base",
    ["http://support.example.com/v1", "https://support.example.com", "http://127.0.0.1:80@evil.example"],
)
def test_no_other_address_may(base: str) -> None:
    with pytest.raises(ConfigError, match=r"-c public_base: http://127\.0\.0\.1:PORT/… is wanted, not"):
        config.public_base(base)


def test_one_environment_owns_the_accounts_log_role() -> None:
    """Two stacks in an account and Region would share what API Gateway has one of."""
    owners = [name for name in config.names() if config.load(name).api.account_log_role]
    assert owners == ["dev"]


@pytest.mark.parametrize("name", ["pr-1", "pr-123", "pr-999999999"])
def test_a_pull_requests_environment_is_made_from_dev(name: str) -> None:
    dev, made = config.load("dev"), config.load(name)
    assert made.name == name
    assert config.file_of(name).name == "dev.toml"
    assert replace(made, name="dev", api=dev.api) == dev
    assert replace(made.api, account_log_role=True) == dev.api


@pytest.mark.parametrize(
    "name", ["pr-", "pr-0", "pr-01", "pr-1x", "pr-1\n", "pr-1234567890", "pr-١", "PR-1", "1pr-1", "pr-1 "]
)
def test_only_a_number_makes_one(name: str) -> None:
    with pytest.raises(ConfigError, match=r"no such environment; -c env= takes dev, .*, pr-NUMBER"):
        config.load(name)


def test_a_pull_requests_environment_takes_neither_devs_domain_nor_its_protection(tmp_path: Path) -> None:
    dev = (config.ENVIRONMENTS / "dev.toml").read_text()
    for old, new in (
        ("keep_on_delete = false", "keep_on_delete = true"),
        ("protect = false", "protect = true"),
        ("[api]", '[api]\npublic_base = "https://dev.example.com"'),
    ):
        dev = dev.replace(old, new)
    (tmp_path / "dev.toml").write_text(dev)
    made = config.load("pr-7", tmp_path)
    assert (made.retention.keep_on_delete, made.retention.protect) == (False, False)
    assert (made.api.public_base, made.api.account_log_role) == ("", False)


def test_without_dev_there_is_none_for_a_pull_request(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"environments/pr-7\.toml: no such environment"):
        config.load("pr-7", tmp_path)
