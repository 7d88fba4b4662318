"""A program of the API client in Langfuse's SDK."""

import os

from langfuse.api import Comment, LangfuseAPI, NotFoundError
from langfuse.api.comments import CreateCommentResponse
from langfuse.api.core.api_error import ApiError

client = LangfuseAPI(username="pk", password="sk", base_url=os.environ["URL"])


def keep(content: str) -> CreateCommentResponse:
    return client.comments.create(
        project_id="p", object_type="TRACE", object_id="t", content=content
    )


def read(comment: Comment) -> str:
    return f"{comment.id}: {comment.content}"


print(keep("Fine").id)
print(read(client.comments.get_by_id("c1")))
for comment in client.comments.get(limit=2, object_type="TRACE").data:
    print(read(comment))
try:
    client.comments.get_by_id("gone")
except NotFoundError as error:
    print(isinstance(error, ApiError), error.status_code)
