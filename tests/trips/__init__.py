"""Round trips: an SDK that is called, and a server that knows only the document.

Nothing here uses sdkwright: the document is read, its values are drawn and its
requests are decoded by a path of their own, so that the two can be compared.

Values are drawn by a walk over the schema of our own, and `jsonschema` judges each
of them. The library that is made for this, hypothesis-jsonschema 0.23 of February
2024, draws no object with the hypothesis of today ('many' has no 'more'), knows the
drafts 4 to 7 and no recursive references, where OpenAPI 3.1 is draft 2020-12 and most
documents are recursive; and a trip needs what no schema says: every variant and enum
value in as few calls as can be, what a path or a header can hold, what travels one
way. So the walk stays.
"""
