"""A program of Cohere's SDK."""

import os

import cohere
from cohere.core.api_error import ApiError
from cohere.errors import TooManyRequestsError
from cohere.types import RerankResponse

client = cohere.Client(api_key="secret", base_url=os.environ["URL"])


def best(answer: RerankResponse) -> int:
    return answer.results[0].index


print(best(client.rerank(query="milk", documents=["bread", "milk"], top_n=1)))
for model in client.models.list(page_size=2).models:
    print(model.name)
print(client.models.get("small").name)
try:
    client.models.get("gone")
except cohere.NotFoundError as error:
    print(error.status_code)
try:
    client.models.get("busy")
except TooManyRequestsError as error:
    print(isinstance(error, ApiError))
