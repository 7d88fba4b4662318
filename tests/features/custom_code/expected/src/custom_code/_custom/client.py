"""A short cut, on both clients, and a method that does more than the API's."""

from ..client import AsyncGardenBase, GardenBase
from ..models import Plant, Weather


class Garden(GardenBase):
    def first_plant(self) -> Plant:
        return next(iter(self.plants.list()))

    def get_weather(self, *, doubled: bool = False) -> Weather:
        """The weather, twice as windy if need be."""
        weather = super().get_weather()
        return Weather(wind=weather.wind * 2) if doubled else weather


class AsyncGarden(AsyncGardenBase):
    async def first_plant(self) -> Plant:
        return await anext(aiter(await self.plants.list()))
