"""A program of OpenAI's SDK."""

import os

import openai
from openai import AuthenticationError, OpenAI
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam

client = OpenAI(api_key="secret", base_url=os.environ["URL"], max_retries=0)


def ask(*messages: ChatCompletionMessageParam) -> ChatCompletion:
    return client.chat.completions.create(
        model="gpt-4o", messages=list(messages), temperature=0.5
    )


answer = ask(
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": "What is new?"},
)
print(answer.id, answer.choices[0].message.content)
print(client.models.retrieve("gpt-4o").owned_by)
print(client.files.delete("file-1").deleted)
for event in client.fine_tuning.jobs.list_events("job-1", limit=2):
    print(event.message)
try:
    client.models.retrieve("gone")
except openai.NotFoundError as error:
    print(error.status_code)
try:
    client.models.retrieve("hidden")
except AuthenticationError as error:
    print(error.status_code)
