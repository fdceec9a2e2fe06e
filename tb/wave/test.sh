#!/bin/sh
# Tests of the waveforms: every signal of every view exists, filters say what they
# should, events are found, the pipeline log is sound.
#
#   tb/wave/test.sh WORKED.elf
#
# SPDX-License-Identifier: ISC
image=$1
dir=build/wave/test
mkdir -p "$dir"

verdict() { # name, why not ("": it is well)
    if [ -n "$2" ]; then echo "FAIL wave-$1: $2"; else echo "PASS wave-$1"; fi
}

# ---- Views
build/gatehouse --no-lockstep --quiet --cycles=300 --wave="$dir/boot.fst" "$image" 2> /dev/null
for view in sim/gtkwave/*.view; do
    why=$(build/wave/view2gtkw "$view" "$dir/boot.fst" 100 "$dir/view.gtkw" 2>&1 | head -1)
    verdict "view-$(basename "$view" .view)" "$why"
done
# and a name that does not exist is noticed, alone, in a bundle, and as a missing bit
sed 's/m_insn$/m_insm/' sim/gtkwave/fault.view > "$dir/renamed.view"
sed 's/dec soc.mtime/dec soc.mtimes/' sim/gtkwave/fault.view > "$dir/alone.view"
sed 's/upmar\[31\]/upmar[32]/' sim/gtkwave/fault.view > "$dir/bit.view"
for view in renamed alone bit; do
    why=
    build/wave/view2gtkw "$dir/$view.view" "$dir/boot.fst" 100 "$dir/view.gtkw" 2> "$dir/said" &&
        why='accepted'
    grep -q "^$dir/$view.view:[0-9]*: no such" "$dir/said" || why='not said where'
    verdict "unknown-signal-$view" "$why"
done

# ---- Filters: kind, value, text
filters=''
while read -r kind value text; do
    got=$(echo "$value" | GATEHOUSE_ELF=$image build/wave/filter "$kind" | sed 's/^?[A-Za-z0-9]*?//')
    [ "$got" = "$text" ] || filters="$kind $value: '$got', not '$text'"
done <<END
mode 0 U
mode 1 S
mode 3 M
insn 100008067 ret
insn 10050000b svc 5(zero)
insn 10200000b svc 32(zero)
trap 4f store page fault
trap 65 supervisor timer interrupt
trap 58 undefined gate
cause 80000009 supervisor external interrupt
pte 1203c10c7 080f04 VRWAD
pte 100000000 00000000 not valid
va 100002148 00002:148
pa 480f04148 080f04:148
map 80480103 ASID 1, root 080103
map 0 no map
tlb 6 refused
answer 4 miss
walk c access fault
walk 9 fill data
events 3 fetch TLB miss, data TLB miss
reg 22deadbeef sp = deadbeef
state-mmu 3 serves data
state-fetch 0 RUN
state-walker 7 JUDGE
state-dcache 0 IDLE
state-gate 2 LINE
END
verdict filters "$filters"
got=$(printf 'xxxxxxxx\n' | build/wave/filter cause | sed 's/^?[a-z]*?//')
verdict filter-unknown-value "$([ "$got" = xxxxxxxx ] || echo "'$got'")"
got=$(printf '00010000b\n' | build/wave/filter insn)
verdict filter-invalid-stage-is-empty "$([ "$got" = ' ' ] || echo "'$got'")"

# A state machine that the RTL no longer has, or states that it no longer names
echo 'localparam IDLE = 2, BUSY = 3;' > "$dir/none.v"
why=
tb/wave/states.sh none="$dir/none.v" > /dev/null 2>&1 && why='accepted'
verdict states-missing "$why"

# ---- Events: as many as the machine counted, and not one more
build/gatehouse --no-lockstep --quiet --uart-out=/dev/null --retire-trace="$dir/trace" \
    --stats-json="$dir/stats" "$image"
for pair in gate:gates interrupt:interrupts; do
    event=${pair%:*}
    n=$(sed -n "s/.*\"${pair#*:}\": \([0-9]*\).*/\1/p" "$dir/stats")
    why=
    build/wave/find_event "$event" "$n" < "$dir/trace" > "$dir/cycle" 2> /dev/null || why="fewer than $n"
    build/wave/find_event "$event" $((n + 1)) < "$dir/trace" > /dev/null 2>&1 && why="more than $n"
    verdict "event-$event" "$why"
done

# ---- Pipeline log: of the boot, and around the first steps of the module
cycle=$(build/wave/find_event entry 1 < "$dir/trace")
kanata() { # name, from, to, cycles at the start for what was under way
    why=
    build/gatehouse --no-lockstep --quiet --uart-out=/dev/null --wave-from="$2" --wave-to="$3" \
        --cycles="$3" --kanata="$dir/$1.kanata" "$image" 2> /dev/null
    awk -v skip="$4" -f tb/wave/check_kanata.awk "$dir/trace" "$dir/$1.kanata" > "$dir/said" ||
        why=$(cat "$dir/said")
    verdict "kanata-$1" "$why"
}
kanata boot 0 20000 0
kanata module $((cycle - 2000)) $((cycle + 8000)) 100
why=
for mark in 'again: TLB' 'again: line' 'trap: store page fault'; do
    grep -q "\[$mark\]" "$dir/module.kanata" || why="no [$mark] in it"
done
verdict kanata-shows-replays-and-traps "$why"
# and the checker notices: a retirement lost, a wrong pc, a stage held twice
sed '/^R\t.*\t0$/{x;s/^/x/;/^x\{500\}$/{x;d};x}' "$dir/module.kanata" > "$dir/lost.kanata"
sed '1,2000!b;s/ 8000\([0-9a-f]\{3\}\)4/ 8000\18/' "$dir/boot.kanata" > "$dir/pc.kanata"
sed '/^E\t.*X$/{x;s/^/x/;/^x\{50\}$/{x;d};x}' "$dir/module.kanata" > "$dir/twice.kanata"
for bad in lost pc twice; do
    why=
    awk -v skip=100 -f tb/wave/check_kanata.awk "$dir/trace" "$dir/$bad.kanata" > "$dir/said" && why='accepted'
    verdict "kanata-checker-$bad" "$why"
done

# ---- Rendering, where the programs are installed
if command -v gtkwave > /dev/null && command -v Xvfb > /dev/null && command -v import > /dev/null; then
    rm -f "$dir/gate.png"
    tb/wave/wave.sh -p "$dir/gate.png" gate "$image" > "$dir/said" 2>&1
    size=$(identify -format '%w %k' "$dir/gate.png" 2> /dev/null)
    why=
    { [ "${size%% *}" -gt 1500 ] && [ "${size##* }" -gt 8 ]; } 2> /dev/null || why="no picture: $(tail -1 "$dir/said")"
    verdict render "$why"
fi
