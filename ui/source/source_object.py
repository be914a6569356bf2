"""A place of a source as a JSON object of the contract."""

from ingest.model import Box
from ui.contract import SCHEMA_VERSION, JsonObject, repair_object
from ui.source.place import SourcePlace


def source_object(place: SourcePlace) -> JsonObject:
    """What stands at a place of a spec's source: the exact words, and where they are on the pictures of its pages."""
    spec = place.held.spec
    return {
        "schema_version": SCHEMA_VERSION,
        "spec_id": place.held.spec_id,
        "class": place.title,
        "agency": spec.agency,
        "adopted": spec.adopted,
        "revised": spec.revised,
        "source": place.file_name,
        "sha256": spec.source.sha256,
        "section": place.section,
        "page": place.page,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "repairs": [repair_object(repair) for repair in place.repairs],
        "boxes": [_box(box) for box in place.boxes],
    }


def _box(box: Box) -> JsonObject:
    return {
        "start": box.start,
        "end": box.end,
        "page": box.page,
        "left": box.left,
        "top": box.top,
        "right": box.right,
        "bottom": box.bottom,
    }
