#!/usr/bin/env python3
"""Counts the real public files without any of Fourfold's code; the figures stand as constants in ImportTest.

Usage: python3 tools/count/count.py <folder of the files>
"""
import bz2
import csv
import gzip
import sys

folder = sys.argv[1]


def rows(name, delimiter=","):
    opener = {"gz": gzip.open, "bz2": bz2.open}.get(name.rsplit(".", 1)[1], open)
    with opener(f"{folder}/{name}", "rt", encoding="utf-8-sig", newline="") as file:
        while True:
            head = file.readline()
            if head.strip():
                break
        yield from csv.DictReader(file, fieldnames=next(csv.reader([head], delimiter=delimiter)), delimiter=delimiter)


def below_zero(row):
    return any(value.startswith("-") and value[1:].isdigit() for key, value in row.items() if key[:2] in ("No", "Nu", "Mi"))


europe = list(rows("iom_missing_migrants_europe_2014_2026.csv"))
world = list(rows("iom_missing_migrants_global_2026_ytd.csv"))
print("europe", len(europe), "below zero", sum(map(below_zero, europe)))
print("global", len(world), "below zero", sum(map(below_zero, world)))
print("in both", len({r["Incident ID"] for r in europe} & {r["Incident ID"] for r in world}))
crimes = list(rows("sesnsp_secuestro_trata_state_month.csv"))
print("sesnsp by crime", len(crimes), "sum", sum(int(r["victims"]) for r in crimes))
victims = [int(r["n_victimas"]) for r in rows("sesnsp_victims_state_long.csv.bz2")]
print("sesnsp victims", len(victims), "sum", sum(victims))
cbp = [int(r["Encounter Count"]) for r in rows("cbp-nationwide-encounters-fy20-fy23-state.csv")]
print("cbp", len(cbp), "sum", sum(cbp))
for name, left_out in (("usbp_monthly_encounters_fy2000-fy2020.csv.gz", ()), ("usbp_blw_spw_fy2000-fy2023.csv.gz", ("diff_spw", "diff_blw"))):
    cells = [v for r in rows(name, "|") for k, v in r.items() if k not in ("month", "fy", "cy") and k not in left_out]
    print(name, len(cells), "NA", cells.count("NA"), "sum", sum(int(v) for v in cells if v != "NA"))
