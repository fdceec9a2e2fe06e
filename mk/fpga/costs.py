"""What parts of the core cost: reads netlists of the core alone, the first with everything, and prints each one's area and
the difference to the first.  usage: costs.py NETLIST.json...
SPDX-License-Identifier: ISC
"""
import os
import sys

import report


def main():
    first = None
    print(f"{'core alone':20}{'LUT4':>7}{'FF':>7}{'BRAM':>6}{'less: LUT4':>13}{'FF':>7}")
    for path in sys.argv[1:]:
        design = report.Design(report.load(path))
        area = report.areas(design)[0][report.plain(design.top())]
        first = first or area
        name = os.path.splitext(os.path.basename(path))[0]
        print(f"{name:20}{area['lut4']:7}{area['ff']:7}{area['bram']:6}"
              f"{first['lut4'] - area['lut4']:13}{first['ff'] - area['ff']:7}")


main()
