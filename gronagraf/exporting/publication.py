"""What a catalogue must know of a dataset that the graph itself does not say: where it is found, who answers for it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Publication:
    """How a graph is published; what is empty is not known.

    `access_url` is where it is found, the files lying below it where it ends with a slash; `contact` an e-mail
    address; `publisher_type`, `themes` and `access_rights` are names in the vocabularies that DCAT-AP-SE prescribes;
    `licence` and `spatial` are addresses. Sizes and checksums are taken from `files`.
    """

    access_url: str = ""
    contact: str = ""
    contact_name: str = ""
    publisher: str = ""
    publisher_uri: str = ""
    publisher_type: str = ""
    licence: str = ""
    spatial: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    access_rights: str = ""
    files: tuple[Path, ...] = ()
