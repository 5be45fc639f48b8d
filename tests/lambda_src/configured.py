"""Settings for each function, by the name of its module."""

from support.settings import (
    GenerateAIResponseSettings,
    GenerateVoiceResponseSettings,
    GetAudioSettings,
    GetRequestSettings,
    ProcessCustomerRequestSettings,
    RecordFailureSettings,
    SendResponseSettings,
    Settings,
    SweepSettings,
    TranslateAndAnalyzeSettings,
)

TOPIC = "arn:aws:sns:us-east-1:123456789012:Team"
MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:Support"
VOUCHER = "un bon d'achat de 10 € sur votre prochaine commande"

INTAKE = ProcessCustomerRequestSettings(
    environment="test",
    table_name="table",
    bucket_name="bucket",
    link_key_id="key",
    state_machine_arn=MACHINE,
    pivot_language="fr",
    public_base="",
    retention_days=8,
    allowed_origins=["https://shop.example.com"],
)
ANALYSIS = TranslateAndAnalyzeSettings(environment="test", table_name="table", pivot_language="fr")
REPLY = GenerateAIResponseSettings(
    environment="test",
    table_name="table",
    pivot_language="fr",
    company="Maison Exemple",
    models=["global.anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"],
    gestures={"HIGH": [VOUCHER]},
)
SENDING = SendResponseSettings(
    environment="test",
    table_name="table",
    bucket_name="bucket",
    topic_arn=TOPIC,
    pivot_language="fr",
    answer_seconds=10,
)

SETTINGS: dict[str, Settings] = {
    "process_customer_request": INTAKE,
    "translate_and_analyze": ANALYSIS,
    "generate_ai_response": REPLY,
    "generate_voice_response": GenerateVoiceResponseSettings(
        environment="test", table_name="table", bucket_name="bucket", link_key_id="key"
    ),
    "send_response": SENDING,
    "record_failure": RecordFailureSettings(
        environment="test", table_name="table", topic_arn=TOPIC, pivot_language="fr"
    ),
    "sweep": SweepSettings(
        environment="test",
        table_name="table",
        topic_arn=TOPIC,
        pivot_language="fr",
        state_machine_arn=MACHINE,
    ),
    "get_request": GetRequestSettings(
        environment="test", table_name="table", link_key_id="key", allowed_origins=["*"]
    ),
    "get_audio": GetAudioSettings(
        environment="test",
        table_name="table",
        link_key_id="key",
        allowed_origins=["*"],
        bucket_name="bucket",
    ),
}
