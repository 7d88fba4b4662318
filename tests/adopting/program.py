"""A program of the SDK that is taken over."""

import os

from notebook import Notebook

client = Notebook(api_key="secret", base_url=os.environ["URL"])
print(client.notes.retrieve("n1").text)
print(client.notes.update("n1", text="Buy milk", pinned=True).id)
for comment in client.notes.comments.list("n1", page_size=2):
    print(comment)
