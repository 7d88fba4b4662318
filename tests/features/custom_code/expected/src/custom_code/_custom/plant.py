from ..models.plant import PlantBase


class Plant(PlantBase):
    @property
    def is_wild(self) -> bool:
        return self.name.startswith("wild ")

    def __str__(self) -> str:
        return self.name
