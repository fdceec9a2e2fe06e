"""The slowest ways between modules: from nextpnr-ecp5's detailed timing report (every net's delay) and nominal delays of
the cells (speed 6), the latest arrival at each module's registers, and the way there.
usage: paths.py REPORT.json [HOW-MANY]
SPDX-License-Identifier: ISC
"""
import json
import re
import sys
from collections import defaultdict

CLK_TO_Q = {"DP16KD": 5.2}          # ns; flip-flops otherwise
FF_CLK_TO_Q = 0.52
LUT, CARRY, MULTIPLY = 0.24, 0.06, 2.9
REGISTERED_PORTS = re.compile(r"^(DI|M|CE|LSR|WD\w*|WAD\w*|WRE|AD[AB]\w*|DI[AB]\w*|CE[AB]|WE[AB]|OCE[AB]|CS[AB]\w*|WCK)$")


def module_of(cell):
    path = [p for p in cell.split(".")[:-1] if p.startswith("u_")]
    return ".".join(path[1:] if path[:1] == ["u_soc"] else path) or "top"


def main():
    report = json.load(open(sys.argv[1]))
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    fanin = defaultdict(list)       # cell: [(port, delay, driving cell, its port)]
    sources = {}                    # cell and port that start a path: clk-to-q
    for net in report["detailed_net_timings"]:
        driver, port = net["driver"], net["port"]
        if "posedge" in net["event"] or "negedge" in net["event"]:
            block = re.match(r"^(Q[AB]?|DO[AB])\d*$", port) and port.startswith("DO")
            sources[driver, port] = CLK_TO_Q["DP16KD"] if block else FF_CLK_TO_Q
        for end in net["endpoints"]:
            clocked = "posedge" in end["event"] or "negedge" in end["event"]
            fanin[end["cell"]].append((end["port"], end["delay"], driver, port, clocked))

    arrival = {}
    sys.setrecursionlimit(100000)

    def latest(cell, port):
        """Arrival at an output, and the input that decides it."""
        if (cell, port) in sources:
            return sources[cell, port], None
        if (cell, port) in arrival:
            return arrival[cell, port]
        arrival[cell, port] = (0.0, None)       # breaks loops
        best = (0.0, None)
        for inp, delay, driver, out, clocked in fanin[cell]:
            if clocked:
                continue
            own = CARRY if inp == "FCI" and port == "FCO" else MULTIPLY if port.startswith("P") else LUT
            time = latest(driver, out)[0] + delay + own
            if time > best[0]:
                best = (time, (driver, out))
        arrival[cell, port] = best
        return best

    worst = {}
    for cell, ins in fanin.items():
        for inp, delay, driver, out, clocked in ins:
            if clocked:
                time = latest(driver, out)[0] + delay
                key = module_of(cell)
                if time > worst.get(key, (0,))[0]:
                    worst[key] = (time, f"{cell}.{inp}", (driver, out))
    for module, (time, end, point) in sorted(worst.items(), key=lambda w: -w[1][0])[:count]:
        print(f"{time:6.2f} ns into {module}: {end}")
        way, levels = [], 0
        while point:
            at, previous = latest(*point)
            way.append((module_of(point[0]), at, point[0]))
            levels += 1
            point = previous
        last = None
        for where, at, cell in reversed(way):
            if where != last:
                print(f"        {at:6.2f} {where:32} {cell}")
            last = where
        print(f"        {levels} cells")


main()
