from ..models.plants import PlantsBase


class Plants(PlantsBase):
    def __len__(self) -> int:
        return len(self.items or [])
