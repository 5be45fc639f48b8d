"""Settings for each function, by the name of its module."""

from typing import Any

from assistant.settings import (
    DoctorSettings,
    EraseCustomerSettings,
    EraseRequestSettings,
    GenerateAIResponseSettings,
    GenerateVoiceResponseSettings,
    GetAudioSettings,
    GetRequestSettings,
    IndexKnowledgeSettings,
    ProcessCustomerRequestSettings,
    RecordFailureSettings,
    SendResponseSettings,
    Settings,
    SweepSettings,
    TranslateAndAnalyzeSettings,
    WatchSettings,
)

TOPIC = "arn:aws:sns:us-east-1:123456789012:Team"
VECTOR_INDEX = "arn:aws:s3vectors:us-east-1:123456789012:bucket/support/index/passages"
MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:Support"
VOUCHER: dict[str, Any] = {
    "id": "voucher",
    "priorities": ["HIGH"],
    "sentences": {
        "fr": "Nous vous offrons un bon d'achat de 10 €.",
        "de": "Wir schenken Ihnen einen Gutschein über 10 €.",
    },
}
FREE: dict[str, Any] = {
    "id": "delivery",
    "priorities": ["MEDIUM"],
    "sentences": {"fr": "La livraison de votre prochaine commande vous est offerte."},
}

INTAKE = ProcessCustomerRequestSettings(
    environment="test",
    table_name="table",
    bucket_name="bucket",
    link_key_ids=["11111111-key"],
    state_machine_arn=MACHINE,
    operations_topic_arn=TOPIC,
    pivot_language="fr",
    public_base="https://{api_id}.execute-api.us-east-1.amazonaws.com/{stage}",
    retention_days=8,
    stop_usd=0.0,
    allowed_origins=["https://shop.example.com"],
    watch_key_id="watch-key",
)
REPLY = GenerateAIResponseSettings(
    environment="test",
    table_name="table",
    pivot_language="fr",
    reply_language="pivot",
    personal_data="notifications",
    company="Maison Exemple",
    models=["global.anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"],
    gestures=[VOUCHER, FREE],
    reviewers=["amazon.nova-lite-v1:0", "global.anthropic.claude-haiku-5-5"],
    discloses=True,
)
ANALYSIS = TranslateAndAnalyzeSettings(
    **{name: value for name, value in vars(REPLY).items() if name not in ("reviewers", "discloses")}
    | {"reply_language": "customer"},
    version="1.2.3",
    profile="quality",
    fallback_language="fr",
    embedding_model="amazon.titan-embed-text-v2:0",
    vector_index_arn=VECTOR_INDEX,
    passages=4,
)
SENDING = SendResponseSettings(
    environment="test",
    table_name="table",
    bucket_name="bucket",
    topic_arn=TOPIC,
    pivot_language="fr",
    personal_data="notifications",
    time_zone="Europe/Paris",
    answer_seconds=10,
    subscribers=[{"kind": ["answer"]}, {"priority": ["NORMAL"]}],
)

SETTINGS: dict[str, Settings] = {
    "assistant.intake.handler": INTAKE,
    "assistant.analysis.handler": ANALYSIS,
    "assistant.reply.handler": REPLY,
    "assistant.voice.handler": GenerateVoiceResponseSettings(
        environment="test",
        table_name="table",
        bucket_name="bucket",
        link_key_ids=["11111111-key"],
        voice_engine="neural",
        speech="always",
        marks_audio=True,
    ),
    "assistant.delivery.handler": SENDING,
    "assistant.recovery.failure_handler": RecordFailureSettings(
        environment="test", table_name="table", topic_arn=TOPIC, pivot_language="fr"
    ),
    "assistant.recovery.sweep_handler": SweepSettings(
        environment="test",
        table_name="table",
        topic_arn=TOPIC,
        pivot_language="fr",
        state_machine_arn=MACHINE,
        bucket_name="bucket",
    ),
    "assistant.erasure.request_handler": EraseRequestSettings(
        environment="test",
        table_name="table",
        bucket_name="bucket",
        link_key_ids=["11111111-key"],
        state_machine_arn=MACHINE,
        allowed_origins=["*"],
    ),
    "assistant.erasure.customer_handler": EraseCustomerSettings(
        environment="test", table_name="table", bucket_name="bucket", state_machine_arn=MACHINE
    ),
    "assistant.doctor.handler": DoctorSettings(
        stack_id="stack",
        company="Maison Exemple",
        pivot_language="fr",
        profile="quality",
        reviewers=["amazon.nova-lite-v1:0"],
        speech="always",
        requests_per_day=2000,
        environment="test",
        models=["global.anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"],
        voice_engine="neural",
        topic_arn=TOPIC,
        operations_topic_arn="arn:aws:sns:us-east-1:123456789012:Operations",
        addresses={"team": ["t…@example.com"], "operations": ["o…@example.com"]},
        personal_data="notifications",
        requests_per_second=5.0,
        burst=10,
        answer_seconds=10,
        bucket_name="bucket",
        embedding_model="amazon.titan-embed-text-v2:0",
        vector_index_arn=VECTOR_INDEX,
    ),
    "assistant.watch.handler": WatchSettings(
        environment="test",
        watched_url="https://api.example.com/v1/requests",
        watch_key_id="watch-key",
        watch_minutes=60,
        answer_seconds=10,
    ),
    "assistant.knowledge.index_handler": IndexKnowledgeSettings(
        environment="test",
        table_name="table",
        bucket_name="bucket",
        embedding_model="amazon.titan-embed-text-v2:0",
        vector_index_arn=VECTOR_INDEX,
    ),
    "assistant.status.handler": GetRequestSettings(
        environment="test", table_name="table", link_key_ids=["11111111-key"], allowed_origins=["*"]
    ),
    "assistant.voice.audio_handler": GetAudioSettings(
        environment="test",
        table_name="table",
        link_key_ids=["11111111-key"],
        allowed_origins=["*"],
        bucket_name="bucket",
        marks_audio=True,
    ),
}
