"""Bodies that can be sent in several encodings."""

from __future__ import annotations

from .body import Body, Content
from .errors import InvalidRequestError
from .omit import OMIT
from .plain import said


class OneOf(Body):
    """One of several forms, chosen by its media type: the last argument.

    The names are those of all forms; an empty one is the argument of a form
    that is one argument.
    """

    def __init__(self, *names: str, bodies: tuple[Body, ...]) -> None:
        super().__init__(*names, media_type=bodies[0].media_type)
        self.bodies = bodies

    def typed(self, values: tuple[object, ...]) -> tuple[object, ...]:
        form, given = self._form(values)
        names = form.names or ("",)
        typed = form.typed(tuple(given[name] for name in names))
        return (*(given | dict(zip(names, typed, strict=True))).values(), values[-1])

    def made(self, values: tuple[object, ...]) -> Content | None:
        form, given = self._form(values)
        names = form.names or ("",)
        for name, value in given.items():
            if name not in names and value is not OMIT:
                what = said(name) or "a body of another form"
                others = (each.media_type for each in self.bodies if name in each.names)
                why = f"{what} is no part of a body of {form.media_type}"
                raise InvalidRequestError(", but of ".join((why, *others)))
        return form.made(tuple(given[name] for name in names))

    def _form(self, values: tuple[object, ...]) -> tuple[Body, dict[str, object]]:
        """The form that is chosen, and the arguments of all forms by name."""
        *rest, media_type = values
        for each in self.bodies:
            if each.media_type == media_type:
                return each, dict(zip(self.names, rest, strict=True))
        several = ", ".join(each.media_type for each in self.bodies)
        raise InvalidRequestError(f"the body is sent as one of {several}")
