"""The figures of one synthesis run: reads Yosys' statistics (the design with its hierarchy kept; the core alone) and
nextpnr's report, prints tables, writes them as JSON.  usage: report.py TARGET CONFIG HIERARCHY.json CORE.json NEXTPNR.json OUT.json
SPDX-License-Identifier: ISC
"""
import json
import re
import sys

# LUTs that a cell takes: a carry cell is two LUTs, 16x4 bits of LUT memory are four and two for its write port.
LUTS = {"LUT4": 1, "CCU2C": 2, "TRELLIS_DPR16X4": 6, "SB_LUT4": 1}
RAMS = {"DP16KD", "PDPW16KD", "SB_RAM40_4K", "SB_SPRAM256KA"}
DSPS = {"MULT18X18D", "SB_MAC16"}

# What belongs to what, by the instance path below u_soc; the first pattern that fits counts.
GROUPS = [
    ("TLB", r"u_core\.(u_mmu\.u_tlb|u_itlb|u_dtlb|u_tlb)"),
    ("MMU without TLB", r"u_core\.(u_mmu|u_\w+_permission)"),
    ("gates", r"u_core\.u_gate"),
    ("privilege, traps, CSRs", r"u_core\.(u_privilege|u_trap|u_csr|u_fields)"),
    ("counters", r"u_core\.(u_counters|u_counts)"),
    ("caches", r"u_core\.(u_icache|u_dcache)"),
    ("branch prediction", r"u_core\.u_predictor"),
    ("multiplier, divider", r"u_core\.(u_mul|u_stage_x\.u_div)"),
    ("control, datapath", r"u_core"),
    ("devices, interconnect", r""),
]


def load(path):
    """The first JSON object in a file, which `tee` may have begun with other lines."""
    text = open(path).read()
    return json.JSONDecoder().raw_decode(text[text.index("{"):])[0]


def is_ff(cell):
    return cell == "TRELLIS_FF" or cell.startswith("SB_DFF")


def count(cells):
    return {
        "lut4": sum(n * LUTS.get(c, 0) for c, n in cells.items()),
        "ff": sum(n for c, n in cells.items() if is_ff(c)),
        "bram": sum(n for c, n in cells.items() if c in RAMS),
        "dsp": sum(n for c, n in cells.items() if c in DSPS),
    }


def plain(name):
    """A module's name without the parameters that Yosys put around it."""
    name = name.lstrip("\\")
    match = re.match(r"\$paramod(?:\$[0-9a-f]+)?\\(\w+)", name)
    return match.group(1) if match else name


class Design:
    """The modules of a netlist (as written by write_json) with the cells of each."""

    def __init__(self, netlist):
        self.modules = netlist["modules"]

    def top(self):
        for name, module in self.modules.items():
            if int(module.get("attributes", {}).get("top", "0"), 2):
                return name
        raise SystemExit("report.py: the netlist names no top module")

    def instances(self, name=None, path=""):
        """(path, module, own cells by type) of every instance, the top's first."""
        name = name or self.top()
        own = {}
        children = []
        for cell, body in self.modules[name]["cells"].items():
            inner = self.modules.get(body["type"])
            if inner and "blackbox" not in inner.get("attributes", {}) and inner["cells"]:
                children.append((cell, body["type"]))
            else:
                own[body["type"]] = own.get(body["type"], 0) + 1
        yield path, plain(name), count(own)
        for cell, kind in sorted(children):
            yield from self.instances(kind, f"{path}.{cell}" if path else cell)


def add(a, b):
    return {k: a.get(k, 0) + v for k, v in b.items()}


def areas(design):
    """By module (all its instances, with what is inside) and by group (each instance counted once)."""
    rows = list(design.instances())
    modules, groups = {}, {}
    for path, module, own in rows:
        inside = own
        for other, _, cells in rows:
            if other.startswith(path + ".") or (path == "" and other):
                inside = add(inside, cells)
        entry = modules.setdefault(module, {"instances": 0})
        entry.update(add(entry, inside))
        entry["instances"] += 1
        if path.startswith("u_soc"):
            below = path[len("u_soc"):].lstrip(".")
            group = next(name for name, pattern in GROUPS if re.match(pattern, below))
            groups[group] = add(groups.get(group, {}), own)
    return modules, groups


def module_of(cell):
    """The instance path in a flattened cell's name."""
    parts = cell.split(".")
    path = [p for p in parts[:-1] if p.startswith("u_")]
    return ".".join(path[1:] if path[:1] == ["u_soc"] else path) or "top"


def critical_path(report):
    """The worst path from register to register: [(module, ns spent there)], total ns."""
    best, total = [], 0.0
    for path in report.get("critical_paths", []):
        if path["from"].split()[-1] != path["to"].split()[-1]:
            continue
        delay = sum(step["delay"] for step in path["path"])
        if delay <= total:
            continue
        best, total = [], delay
        for step in path["path"]:
            module = module_of(step["to"]["cell"])
            if not best or best[-1][0] != module:
                best.append([module, 0.0])
            best[-1][1] += step["delay"]
    return best, total


def used(report, *kinds):
    return sum(report["utilization"].get(k, {}).get("used", 0) for k in kinds)


def table(title, rows):
    print(f"\n{title:38}{'LUT4':>7}{'FF':>7}{'BRAM':>6}{'DSP':>5}")
    for name, a in rows:
        print(f"{name:38}{a['lut4']:7}{a['ff']:7}{a['bram']:6}{a['dsp']:5}")


def main():
    target, config, hierarchy, core, pnr, out = sys.argv[1:]
    modules, groups = areas(Design(load(hierarchy)))
    report = json.load(open(pnr))
    core_alone = areas(Design(load(core)))[0]["gatehouse_small" if config == "small" else "gatehouse_core"]
    path, delay = critical_path(report)
    clocks = [c["achieved"] for c in report["fmax"].values()]
    result = {
        "target": target,
        "config": config,
        # All of the chip that is used, as nextpnr packed it: logic, carry and LUT memory
        "lut4": used(report, "TRELLIS_COMB", "ICESTORM_LC"),
        "ff": used(report, "TRELLIS_FF") or modules[plain(Design(load(hierarchy)).top())]["ff"],
        "bram": used(report, "DP16KD", "ICESTORM_RAM"),
        "spram": used(report, "ICESTORM_SPRAM"),
        "dsp": used(report, "MULT18X18D", "ICESTORM_DSP"),
        "fmax_mhz": round(min(clocks), 2) if clocks else None,
        "critical_path_ns": round(delay, 2),
        "critical_path": [{"module": m, "ns": round(d, 2)} for m, d in path],
        # Flattened, mapped without devices and memory
        "core": {k: v for k, v in core_alone.items() if k != "instances"},
        "groups": groups,
        "modules": modules,
    }
    with open(out, "w") as f:
        json.dump(result, f, indent=1)
        f.write("\n")

    print(f"{target}, {config}: {result['lut4']} LUT4, {result['ff']} flip-flops, {result['bram']} block RAMs, "
          f"{result['dsp']} DSPs, {result['fmax_mhz']} MHz")
    print(f"core alone: {core_alone['lut4']} LUT4, {core_alone['ff']} flip-flops, {core_alone['bram']} block RAMs, "
          f"{core_alone['dsp']} DSPs (mapped, not placed)")
    order = sorted(groups.items(), key=lambda g: -g[1]["lut4"])
    table("By part (each module mapped alone)", order)
    table("By module, with what is in it", sorted(modules.items(), key=lambda m: -m[1]["lut4"]))
    print(f"\nCritical path, {delay:.2f} ns:")
    for module, ns in path:
        print(f"  {ns:6.2f}  {module}")


if __name__ == "__main__":
    main()
