"""A small office in a folder that is right: the ground on which slips are made."""

HOME = """kind: qms
smmkit: 2
id: QMS-01
title: Sistem
version: "1"
organization: {name: Dinas, short_name: Dinas, head: Kepala Dinas, language: en}
scope: {statement: Semua}
units:
  - {id: SEK, title: Sekretariat}
  - {id: CAPIL, title: Bidang Pencatatan Sipil}
"""
PEOPLE = """kind: people
id: ORG-01
title: Orang
version: "1"
entries:
  - id: P-01
    title: Drs. Budi Rekaan, M.Si.
    assignments:
      - {role: Kepala Dinas, unit: SEK, since: 2020-01-01}
"""
OBJECTIVE = """\
kind: objective
id: SM-01
title: Sasaran
version: "1"
owner: SEK
statement: Cepat
policy_point: BM-01
perspective: customer
units: [SEK]
kpis:
  - id: IKU-01
    title: Tepat waktu
    measured_in: "%"
    formula: maximize
    aggregation: sum
    targets: [{period: "2025", value: 1}]
    series: a.csv
"""
