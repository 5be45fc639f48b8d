"""One environment of the support assistant, in the order in which a request travels."""

from aws_cdk import CfnOutput, Environment as CdkEnvironment, Stack
from constructs import Construct

from .api import SupportApi
from .audio import GetAudio
from .config import Environment
from .doctor import Doctor
from .eraser import Eraser
from .function_settings import FunctionSettings
from .functions import FunctionLayer, SupportFunction
from .links import LinkKey
from .notifications import Notifications
from .observability import Observability
from .steps import GenerateAIResponse, GenerateVoiceResponse, RecordFailure, SendResponse, TranslateAndAnalyze
from .storage import AUDIO, INCOMING, RESPONSES, TRANSCRIPTS, RequestStorage
from .sweep import Sweep
from .workflow import SupportWorkflow


class SupportStack(Stack):
    """Storage, notifications, functions, workflow, API and observability of one environment."""

    def __init__(
        self, scope: Construct, construct_id: str, *, environment: Environment, env: CdkEnvironment
    ) -> None:
        super().__init__(
            scope, construct_id, env=env, description=f"Multilingual support assistant, {environment.name}"
        )
        retention = environment.retention
        storage = RequestStorage(self, "Storage", retention=retention)
        links = LinkKey(self, "Links", keep_on_delete=retention.keep_on_delete)
        notifications = Notifications(
            self, "Notifications", subscribers=environment.subscribers, operations=environment.operations
        )
        libraries = FunctionLayer(self, "Libraries")
        settings = FunctionSettings(
            environment=environment,
            table=storage.table,
            bucket=storage.bucket,
            link_key=links.key,
            team=notifications.team,
        )

        translate = TranslateAndAnalyze(
            self, "TranslateAndAnalyze", settings=settings.translate_and_analyze(), libraries=libraries
        )
        reply = GenerateAIResponse(
            self, "GenerateAIResponse", settings=settings.generate_ai_response(), libraries=libraries
        )
        voice = GenerateVoiceResponse(
            self, "GenerateVoiceResponse", settings=settings.generate_voice_response(), libraries=libraries
        )
        send = SendResponse(self, "SendResponse", settings=settings.send_response(), libraries=libraries)
        record_failure = RecordFailure(
            self, "RecordFailure", settings=settings.record_failure(), libraries=libraries
        )
        workflow = SupportWorkflow(
            self,
            "Workflow",
            translate=translate,
            reply=reply,
            voice=voice,
            send=send,
            record_failure=record_failure,
            team=notifications.team,
            pivot_language=environment.pivot_language,
        )
        intake = SupportFunction(
            self,
            "ProcessCustomerRequest",
            handler="assistant.intake.handler",
            description="Takes a customer's message in and starts the workflow",
            settings=settings.process_customer_request(workflow.state_machine),
            libraries=libraries,
        )
        get_request = SupportFunction(
            self,
            "GetRequest",
            handler="assistant.status.handler",
            description="Shows a request's status and result",
            settings=settings.get_request(),
            libraries=libraries,
        )
        get_audio = GetAudio(
            self,
            "GetAudio",
            settings=settings.get_audio(),
            libraries=libraries,
            storage=storage,
            link_key=links.key,
            speaks=environment.voice.speech == "on_demand",
        )
        sweep = Sweep(
            self,
            "Sweep",
            settings=settings.sweep(workflow.state_machine),
            libraries=libraries,
            storage=storage,
            workflow=workflow,
        )
        erase_request = Eraser(
            self,
            "EraseRequest",
            handler="assistant.erasure.request_handler",
            description="Erases a request by its status link",
            settings=settings.erase_request(workflow.state_machine),
            libraries=libraries,
            storage=storage,
            workflow=workflow,
        )
        erase_customer = Eraser(
            self,
            "EraseCustomer",
            handler="assistant.erasure.customer_handler",
            description="Erases every request of an e-mail address, for an operator",
            settings=settings.erase_customer(workflow.state_machine),
            libraries=libraries,
            storage=storage,
            workflow=workflow,
        )
        doctor = Doctor(
            self,
            "Doctor",
            settings=settings.doctor(notifications.operations),
            libraries=libraries,
            team=notifications.team,
            operations=notifications.operations,
        )
        api = SupportApi(
            self,
            "Api",
            settings=environment.api,
            process_request=intake.function,
            get_request=get_request.function,
            get_audio=get_audio.function,
            erase_request=erase_request.function,
        )

        for step in (translate, reply, voice):
            storage.grant_items(step.function, "GetItem", "UpdateItem")
        storage.grant_items(send.function, "UpdateItem")
        storage.grant_items(intake.function, "GetItem", "PutItem")
        storage.grant_items(get_request.function, "GetItem")
        storage.grant_items(record_failure.function, "UpdateItem")
        storage.grant_query_customer(erase_customer.function)
        storage.grant_put(intake.function, INCOMING)
        storage.grant_put(send.function, RESPONSES, TRANSCRIPTS)
        links.key.grant_generate_mac(intake.function)
        links.key.grant_verify_mac(get_request.function)
        links.key.grant_verify_mac(erase_request.function)
        if environment.voice.speech == "always":
            storage.grant_put(voice.function, AUDIO)
            storage.grant_find(voice.function, AUDIO)
        if environment.voice.speech != "off":
            links.key.grant_generate_mac(voice.function)
        for teller in (send, record_failure, sweep):
            notifications.team.grant_publish(teller.function)
        workflow.state_machine.grant_start_execution(intake.function)

        steps = (translate, reply, voice, send, record_failure)
        functions = (intake, *steps, get_request, get_audio, erase_request, erase_customer, sweep, doctor)
        Observability(
            self,
            "Observability",
            environment=environment,
            functions={function.node.id: function.function for function in functions},
            log_groups=[function.log_group for function in functions],
            state_machine=workflow.state_machine,
            dead_letters=workflow.dead_letters,
            rest_api=api.rest_api,
            operations=notifications.operations,
        )

        outputs = {
            "ApiUrl": (api.rest_api.url, "POST requests here: …/requests"),
            "ApiKeyId": (api.api_key.key_id, "Id of the API key for POST"),
            "BucketName": (storage.bucket.bucket_name, "The archive"),
            "TableName": (storage.table.table_name, "The requests"),
            "TeamTopicArn": (notifications.team.topic_arn, "Tells the team"),
            "OperationsTopicArn": (notifications.operations.topic_arn, "Tells operations"),
            "StateMachineArn": (workflow.state_machine.state_machine_arn, "The workflow"),
            "EraseCustomerFunction": (erase_customer.function.function_name, "`make erase` calls it"),
        }
        for name, (value, description) in outputs.items():
            CfnOutput(self, name, value=value, description=description)
