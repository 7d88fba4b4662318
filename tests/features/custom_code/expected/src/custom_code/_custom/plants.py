from __future__ import annotations

from ..models import Plant
from ..resources.plants import AsyncPlantsResourceBase, PlantsResourceBase


class PlantsResource(PlantsResourceBase):
    def called(self, name: str) -> Plant | None:
        return next((each for each in self.list() if each.name == name), None)


class AsyncPlantsResource(AsyncPlantsResourceBase):
    async def called(self, name: str) -> Plant | None:
        async for each in await self.list():
            if each.name == name:
                return each
        return None
