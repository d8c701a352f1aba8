"""The controlled vocabularies that DCAT-AP-SE 3 takes values from, with the words for each.

https://docs.dataportal.se/dcat/3.0.1/sv/; the EU's authority tables at http://publications.europa.eu/resource/authority/.
"""

from collections.abc import Mapping

from gronagraf.schema import Term

AUTHORITY = "http://publications.europa.eu/resource/authority/"
PUBLISHER_TYPE = "http://purl.org/adms/publishertype/"
MEDIA_TYPE = "http://www.iana.org/assignments/media-types/"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
"""The licence of every catalogue in Sweden's data portal: DCAT-AP-SE allows no other for what describes the data."""

PUBLISHER_TYPES: Mapping[str, Term] = {
    "RegionalAuthority": Term("Regional myndighet", "Regional authority"),
    "LocalAuthority": Term("Lokal myndighet eller kommun", "Local authority"),
    "NationalAuthority": Term("Nationell myndighet", "National authority"),
    "SupraNationalAuthority": Term("Mellanstatlig myndighet", "Supra-national authority"),
    "Academia-ScientificOrganisation": Term("Akademi eller vetenskaplig organisation", "Academia"),
    "Company": Term("Företag", "Company"),
    "IndustryConsortium": Term("Industrikonsortium", "Industry consortium"),
    "NonGovernmentalOrganisation": Term("Icke-statlig organisation", "Non-governmental organisation"),
    "NonProfitOrganisation": Term("Ideell organisation", "Non-profit organisation"),
    "StandardisationBody": Term("Standardiseringsorganisation", "Standardisation body"),
}
THEMES: Mapping[str, Term] = {
    "AGRI": Term("Jordbruk, fiske, skogsbruk och livsmedel", "Agriculture, fisheries, forestry and food"),
    "ECON": Term("Ekonomi och finans", "Economy and finance"),
    "EDUC": Term("Utbildning, kultur och sport", "Education, culture and sport"),
    "ENER": Term("Energi", "Energy"),
    "ENVI": Term("Miljö", "Environment"),
    "GOVE": Term("Regeringen och den offentliga sektorn", "Government and public sector"),
    "HEAL": Term("Hälsa", "Health"),
    "INTR": Term("Internationella frågor", "International issues"),
    "JUST": Term("Rättvisa, rättsliga system och allmän säkerhet", "Justice, legal system and public safety"),
    "REGI": Term("Regioner och städer", "Regions and cities"),
    "SOCI": Term("Befolkning och samhälle", "Population and society"),
    "TECH": Term("Vetenskap och teknik", "Science and technology"),
    "TRAN": Term("Transport", "Transport"),
}
ACCESS_RIGHTS = ("PUBLIC", "RESTRICTED", "NON_PUBLIC")
LANGUAGES = {"sv": "SWE", "en": "ENG"}
MEDIA: Mapping[str, tuple[str, str]] = {
    ".ttl": ("text/turtle", "Turtle"),
    ".jsonld": ("application/ld+json", "JSON-LD"),
    ".nt": ("application/n-triples", "N-Triples"),
    ".csv": ("text/csv", "CSV"),
    ".json": ("application/json", "JSON"),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
    ".graphml": ("application/xml", "GraphML"),
    ".gexf": ("application/xml", "GEXF"),
    ".xml": ("application/xml", "XML"),
    ".html": ("text/html", "HTML"),
    ".zip": ("application/zip", "ZIP"),
    ".cypher": ("text/plain", "Cypher"),
    ".txt": ("text/plain", "text"),
}
"""By how a file's name ends: its media type, as registered with IANA, and what people call it."""
