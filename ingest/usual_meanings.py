"""What the form says that its codes mean, in the words of its own legends."""

from ingest.form import CodeKind

USUAL_MEANINGS: dict[CodeKind, dict[str, str]] = {
    CodeKind.STRENGTH: {
        "S": "Exerting up to 10 lbs. occasionally or negligible weights frequently; sitting most of the time",
        "L": "Exerting up to 20 lbs. occasionally, 10 lbs. frequently, or negligible amounts constantly OR requires "
        "walking or standing to a significant degree.",
        "M": "Exerting 20-50 lbs. occasionally, 10-25 lbs. frequently, or up to 10 lbs. constantly.",
        "H": "Exerting 50-100 lbs. occasionally, 25-50 lbs. frequently, or up to 10-20 lbs. constantly.",
        "VH": "Exerting over 100 lbs. occasionally, 50-100 lbs. frequently, or up to 20-50 lbs. constantly.",
    },
    CodeKind.FREQUENCY: {
        "C": "2/3 or more of the time.",
        "F": "From 1/3 to 2/3 of the time.",
        "O": "Up to 1/3 of the time.",
        "R": "Less than 1 hour per week.",
        "N": "Never occurs.",
    },
    CodeKind.EXPOSURE: {},
}
