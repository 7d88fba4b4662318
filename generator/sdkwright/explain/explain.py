"""A name of a document or of its SDK → all that becomes of the thing."""

from __future__ import annotations

from ..records import replace
from ..understanding import Understood
from .find import find, near
from .story import Name, Story
from .tell import Known, tell


def explain(known: Known, understood: Understood, asked: str) -> tuple[Story, ...]:
    """The stories of everything that `asked` names; none where nothing is called so."""
    from ..spec.locate import places

    stories = [tell(each, known) for each in find(known.api, known.names, asked)]
    wanted = [name.pointer for story in stories for name in story.names]
    spans = places(wanted, understood.sources, *understood.origins)

    def placed(name: Name) -> Name:
        return replace(name, span=spans.get(name.pointer))

    return tuple(
        replace(
            story,
            span=spans.get(story.pointer),
            names=tuple(map(placed, story.names)),
            places=tuple(
                replace(place, file=known.folder + place.file) for place in story.places
            ),
        )
        for story in stories
    )


def suggest(known: Known, asked: str) -> str:
    """The words of a message for a name that is not there."""
    several = near(known.api, known.names, asked)
    if not several:
        return f"nothing here is called '{asked}'"
    close = " or ".join(f"'{each}'" for each in several)
    return f"nothing here is called '{asked}'; did you mean {close}?"
