"""An SDK as one finds them: made by another generator, used by programs."""

from ._client import AsyncNotebook as AsyncNotebook
from ._client import Notebook as Notebook
from ._errors import NotebookError as NotebookError
from ._errors import NotFoundError as NotFoundError
