"""The synthetic documents that are maintained: what each kind has on top."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bench.forms import HEAD, NAMES, TODAY, UNITS, Values, name, person, unit
from bench.prose import WHO, Prose

NO_EFFECT = "Kesesuaian layanan tidak terpengaruh."


def settings(_number: int, prose: Prose, _counts: Mapping[str, int]) -> Values:
    """qms.yaml."""
    return {
        "smmkit": 2,
        "as_of": TODAY,
        "organization": {"name": "Dinas Layanan Rekaan", "short_name": "DLR", "head": HEAD},
        "scope": {
            "statement": prose.sentence(),
            "exclusions": [{"clause": "8.3.1", "reason": f"{prose.sentence()} {NO_EFFECT}"}],
        },
        "units": [{"id": unit(i), "title": f"Bidang {i + 1}"} for i in range(UNITS)],
        "classes": [
            {"id": "terbuka", "title": "Terbuka", "outside": True},
            {"id": "terbatas", "title": "Terbatas"},
        ],
        "scales": [
            {
                "id": "skala-capaian",
                "title": "Skala capaian",
                "bands": [
                    {"at_least": 90, "label": {"id": "Baik", "en": "Good"}, "tone": "good"},
                    {"at_least": 0, "label": {"id": "Kurang", "en": "Poor"}, "tone": "bad"},
                ],
            }
        ],
        "risk": {"appetite": 6, "decided_by": HEAD},
        "responsible": person(0),
    }


def people(_number: int, _prose: Prose, _counts: Mapping[str, int]) -> Values:
    """The one register of people."""
    return {
        "entries": [
            {
                "id": person(i),
                "title": f"{NAMES[i % 10]} {NAMES[(i * 3 + 1) % 10]}",
                "assignments": [
                    {
                        "role": WHO[i % len(WHO)] if i else HEAD,
                        "unit": unit(i),
                        "since": date(2020, 1, 6),
                        "decree": f"800/{i + 100}/2020",
                    }
                ],
            }
            for i in range(UNITS)
        ]
    }


AIMS = ("Kami memenuhi persyaratan tentang", "Kami terus memperbaiki")


def policy(_number: int, prose: Prose, _counts: Mapping[str, int]) -> Values:
    """The quality policy and its points."""
    themes = ("quality", "security", "service", "satisfaction")
    points = [
        {"id": f"butir-{i}", "title": f"{AIMS[i % 2]} {prose.words()}", "themes": [theme]}
        for i, theme in enumerate(themes, 1)
    ]
    return {
        "distribution": [unit(number) for number in range(UNITS)],
        "sentence": f"{prose.words()}, dan {points[0]['title']}.",
        "points": points,
        "communicated": [
            {
                "on": date(2025, 1, 6),
                "channel": "Apel",
                "units": [unit(i) for i in range(UNITS)],
                "audience": "Pengguna layanan",
                "evidence": ["qms.yaml"],
            }
        ],
        "readability": [
            {
                "on": date(2025, 1, 6),
                "by": person(0),
                "understood": True,
                "how": prose.sentence(),
            }
        ],
    }


def procedure(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """An SOP of seven steps that names three others."""
    return {
        "number": f"060/{number:05}/SOP",
        "purpose": f"{prose.sentence()} Menurut arsip nomor {number}.",
        "qualifications": [prose.words(), f"{prose.words()} nomor {number}"],
        "legal_basis": [prose.words()],
        "equipment": [prose.words()],
        "warnings": [prose.words()],
        "related": sorted({name("SOP", number + i * i, counts) for i in (1, 3, 7)}),
        "records": [prose.words()],
        "steps": [
            {
                "activity": prose.sentence(),
                "actor": WHO[(number + i) % len(WHO)],
                "needs": [prose.words()],
                "duration": {"value": 5 * i, "unit": "minute"},
                "output": prose.words(),
                **(
                    {"leads_to": [{"to": 1, "answer": "Tidak"}, {"to": 5, "answer": "Ya"}]}
                    if i == 4
                    else {}
                ),
            }
            for i in range(1, 8)
        ],
        "promised_days": number % 9 + 1,
    }


def risks(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """A register of four risks and an opportunity, each about a procedure."""
    return {
        "entries": [
            {
                "id": f"RSK-{number:05}-{i}",
                "title": prose.words(),
                "about": name("SOP", number * 5 + i, counts),
                "owner": unit(number + i),
                "cause": prose.sentence(),
                "effect": prose.sentence(),
                "likelihood": i,
                "impact": 4,
                "sort": "opportunity" if i == 5 else "risk",
                "response": "pursue" if i == 5 else "reduce",
                "treatments": [{"what": prose.sentence(), "owner": unit(i), "due": TODAY}],
                "likelihood_after": 1,
                "impact_after": 2,
            }
            for i in range(1, 6)
        ]
    }


def objective(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """An objective with three KPIs, each measured in a CSV file; together they reach every unit."""
    width = max(2, -(-UNITS // counts["SSR"]))
    units = [unit(number * width + i) for i in range(width)]
    aim = prose.words()
    return {
        "owner": units[0],
        "distribution": units,
        "statement": f"{aim} nomor {number}: paling sedikit 87 persen pada akhir 2026.",
        "policy_point": f"butir-{number % 4 + 1}",
        "perspective": "customer",
        "units": units,
        "kpis": [
            {
                "id": f"KPI-{number:05}-{i}",
                "title": f"{aim} {number}, nomor {i}",
                "measured_in": "%",
                "formula": "maximize",
                "aggregation": "average",
                "targets": [
                    {"period": "2024", "value": 82.5},
                    {"period": "2025", "value": 85 + i},
                    {"period": "2026", "value": 86 + i},
                ],
                "series": f"nilai/KPI-{number:05}-{i}.csv",
                "scale": "skala-capaian",
                "baseline": 80,
                "data_source": prose.sentence(),
            }
            for i in range(1, 4)
        ],
        "plan": {
            "what": prose.sentence(),
            "resources": prose.words(),
            "who": units[0],
            "when": "Triwulan III 2026",
            "evaluation": prose.sentence(),
        },
    }
