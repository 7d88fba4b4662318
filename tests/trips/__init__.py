"""Round trips: an SDK that is called, and a server that knows only the document.

Nothing here uses sdkwright: the document is read, its values are drawn and its
requests are decoded by a path of their own, so that the two can be compared.
"""
