"""What a model of paper says of a boleto that does not fit it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Corte:
    """A text that is cut on paper.

    Attributes:
        field: Of `BoletoImpresso`.
        what: What it is called, as the subject of a sentence.
        plural: Whether that subject is of several.
    """

    field: str
    what: str
    plural: bool = False
