"""How late the data come: from nextpnr-ecp5's detailed timing report, for each module the latest arrival at one of its
registers, how many registers miss the period, and which.
usage: paths.py REPORT.json [PERIOD-NS]
SPDX-License-Identifier: ISC
"""
import json
import re
import sys
from collections import defaultdict


def main():
    report = json.load(open(sys.argv[1]))
    period = float(sys.argv[2]) if len(sys.argv) > 2 else 1000 / 70
    modules = defaultdict(dict)
    for net in report["detailed_net_timings"]:
        for end in net["endpoints"]:
            if "edge" not in end["event"]:
                continue
            path = [p for p in end["cell"].split(".")[:-1] if p.startswith("u_")]
            module = ".".join(path[1:] if path[:1] == ["u_soc"] else path) or "top"
            register = end["cell"].split(".")[-1]
            register = re.sub(r"_TRELLIS_FF_Q.*", "", register) + ("" if end["port"] == "DI" else "." + end["port"])
            late = end["delay"][1]
            modules[module].setdefault(register, []).append(late)
    total = 0
    rows = sorted(modules.items(), key=lambda m: -max(max(t) for t in m[1].values()))
    for module, registers in rows:
        missing = sum(t > period for times in registers.values() for t in times)
        total += missing
        worst = sorted(registers.items(), key=lambda r: -max(r[1]))[:6]
        print(f"{max(worst[0][1]):6.2f} ns {missing:5} late  {module:28} " +
              ", ".join(f"{name} {max(times):.1f}" for name, times in worst))
    print(f"{total} inputs of registers come later than {period:.2f} ns")


main()
