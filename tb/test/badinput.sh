#!/bin/sh
# What the simulator says to bad input and how runs end: for each case the line on
# standard error and the exit status. Usage: badinput.sh SIMULATOR (from the repository's root)
# SPDX-License-Identifier: ISC
sim=$1
tiny=build/tb/test/tiny.elf
dir=build/tb/badinput
rm -rf $dir
mkdir -p $dir

# expect NAME STATUS PATTERN ARGUMENTS...: PATTERN is for grep -E, on standard error
expect() {
    name=$1 status=$2 pattern=$3
    shift 3
    timeout 60 "$sim" --quiet "$@" >$dir/out 2>$dir/err </dev/null
    got=$?
    if [ $got -ne "$status" ]; then
        echo "FAIL $name: status $got instead of $status: $(head -n 1 $dir/err)"
    elif [ -n "$pattern" ] && ! grep -qE "$pattern" $dir/err; then
        echo "FAIL $name: says '$(head -n 1 $dir/err)'"
    elif [ "$status" -ge 201 ] && [ "$status" -le 209 ] && [ "$(wc -l <$dir/err)" -ne 1 ]; then
        echo "FAIL $name: not one line but $(wc -l <$dir/err)"
    else
        echo "PASS $name"
    fi
}

# damage FILE OFFSET OCTAL-BYTES: a copy of the image with bytes replaced
damage() {
    cp $tiny "$dir/$1"
    printf "$3" | dd of="$dir/$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
    echo "$dir/$1"
}

cut() {
    head -c "$2" $tiny >"$dir/$1"
    echo "$dir/$1"
}

size=$(wc -c <$tiny)

expect good_image 3 '' $tiny

# The image
expect no_image 200 'which image' --cycles 5
expect two_images 200 'one image only' $tiny $tiny
expect no_such_file 201 'none.elf: No such file' $dir/none.elf
expect image_is_a_directory 201 'Is a directory' $dir
printf 'not an ELF file at all, but long enough to hold a header of one, if it were' >$dir/text
expect not_elf 202 'not an ELF file' $dir/text
: >$dir/empty
expect empty_file 202 'not an ELF file' $dir/empty
expect wrong_class 203 'not a 32-bit ELF file' "$(damage class 4 '\002')"
expect host_program 203 'not a 32-bit ELF file' /bin/sh
expect big_endian 203 'not a little-endian' "$(damage endian 5 '\002')"
expect object_file 203 'not an executable' "$(damage object 16 '\001')"
expect wrong_machine 204 'another machine .ELF machine 3.' "$(damage machine 18 '\003')"
expect cut_in_magic 205 'header is cut off' "$(cut magic 4)"
expect cut_in_header 205 'header is cut off' "$(cut header 40)"
expect cut_in_program_headers 205 'program headers' "$(cut program 60)"
expect cut_in_segment 205 'segment 1 ends beyond' "$(cut segment 8192)"
expect cut_in_section_headers 205 'section headers are cut off' "$(cut sections $((size - 10)))"
expect no_segments 205 'program headers' "$(damage phnum 44 '\000')"
expect segment_outside_dram 206 'outside DRAM' "$(damage outside 67 '\220')"
expect segment_below_dram 206 'outside DRAM' "$(damage below 67 '\000')"
expect segment_beyond_small_dram 206 'segment 1 .0x80001000.* outside DRAM' --dram 4K $tiny

# Options
expect unknown_option 200 'unrecognized option' --no-such-option $tiny
expect cycles_not_a_number 200 "'many' is not a number" --cycles many $tiny
expect cycles_negative 200 "'-1' is not a number" --cycles=-1 $tiny
expect dram_bad_suffix 200 'is not a size' --dram 16X $tiny
expect dram_zero 200 'from 4K to 1024M' --dram 0 $tiny
expect dram_odd 200 'multiple of 4K' --dram 4097 $tiny
expect dram_too_big 200 'from 4K to 1024M' --dram 2000M $tiny
expect latency_too_long 200 'more than 1000' --latency 1001 $tiny
expect load_without_file 200 'is not ADDR=FILE' --load 0x80000000 $tiny
expect load_no_such_file 201 'No such file' --load 0x80100000=$dir/none $tiny
expect load_outside_dram 206 'outside DRAM' --load 0x1000=$dir/text $tiny
expect load_does_not_fit 206 'does not fit' --load 0x80fffff8=$dir/text $tiny
expect trace_va_empty 200 'empty range' --trace-va 5-5 $tiny
expect progress_unknown 200 'not auto, on or off' --progress sometimes $tiny
expect wave_window_reversed 200 'wave-to is before' --wave-from 10 --wave-to 5 $tiny
expect snapshot_without_disk 200 'needs a --disk' --snapshot $tiny
expect two_inputs 200 'exclude each other' --interactive --uart-in $dir/text $tiny
expect module_name_without_asid 200 'lacks its' --module-name shell $tiny
expect uart_in_no_such_file 201 'No such file' --uart-in $dir/none $tiny
expect rom_no_such_file 201 'boot ROM .*No such file' --rom $dir/none $tiny
expect rom_is_not_hexadecimal 201 'not hexadecimal words' --rom $dir/text $tiny
expect symbols_no_such_file 201 'No such file' --events $dir/ev --symbols $dir/none $tiny

# Disks
expect disk_no_such_file 207 'No such file' --disk $dir/none $tiny
expect disk_is_a_directory 207 'directory' --disk $dir $tiny
: >$dir/disk
expect disk_empty 207 'not a disk image' --disk $dir/disk $tiny
expect disk_snapshot_no_such_file 207 'No such file' --snapshot --disk $dir/none $tiny

# Outputs
expect log_cannot_be_written 208 'No such file' --log $dir/none/log $tiny
expect events_cannot_be_written 208 'Is a directory' --events $dir $tiny
expect disk_full 208 'could not be written' --log /dev/full $tiny
expect wave_cannot_be_written 208 'cannot write the waveform' --wave $dir/none/w.fst $tiny
cp $tiny $dir/stripped
riscv64-unknown-elf-strip $dir/stripped
expect signature_without_symbols 209 'no begin_signature' --signature $dir/sig $dir/stripped

# Ends that are not the program's
expect cycle_limit 211 'cycle limit' --cycles 5 $tiny

sleep 1 | "$sim" --quiet --interactive build/tb/test/spin.elf >$dir/out 2>$dir/err &
sleep 0.5
kill -INT $!
wait $!
if [ $? -eq 213 ] && grep -q 'ended by the user' $dir/err; then
    echo "PASS ended_by_signal"
else
    echo "FAIL ended_by_signal: $(head -n 1 $dir/err)"
fi

# Not bad at all
expect help 0 '' --help
if grep -q '  210  ' $dir/out && grep -q -e '--wave-from' $dir/out; then
    echo "PASS help_lists_options_and_statuses"
else
    echo "FAIL help_lists_options_and_statuses: it does not"
fi
expect signature 3 '' --signature $dir/sig $tiny
if printf 'beadf0ef\n00c0ffee\n' | cmp -s - $dir/sig; then
    echo "PASS signature_content"
else
    echo "FAIL signature_content: $(tr '\n' ' ' <$dir/sig)"
fi
expect stats_json 3 '' --stats-json $dir/stats1 $tiny
expect stats_json_again 3 '' --stats-json $dir/stats2 $tiny
if cmp -s $dir/stats1 $dir/stats2; then
    echo "PASS same_image_same_cycles"
else
    echo "FAIL same_image_same_cycles: $(cat $dir/stats1 $dir/stats2)"
fi
printf 'The quick brown fox jumps over the lazy dog, 0123456789!\n' >$dir/line
expect echo 0 '' --uart-in $dir/line --uart-out $dir/echoed build/tb/test/echo.elf
if cmp -s $dir/line $dir/echoed; then
    echo "PASS echo_content"
else
    echo "FAIL echo_content: $(head -c 80 $dir/echoed)"
fi
# Nothing watches the instructions then, and the machine says less of them: it must end all the same.
expect unwatched_ends_with_its_status 3 '' --no-lockstep $tiny
expect unwatched_echo 0 '' --no-lockstep --uart-in $dir/line --uart-out $dir/echoed build/tb/test/echo.elf
if cmp -s $dir/line $dir/echoed; then
    echo "PASS unwatched_echo_content"
else
    echo "FAIL unwatched_echo_content: $(head -c 80 $dir/echoed)"
fi
printf 'ababac and no end of the line' >$dir/text_line
expect until_text_with_a_false_start 0 '' --until abac --cycles 300000 --uart-in $dir/text_line \
    --uart-out $dir/echoed build/tb/test/echo.elf
expect until_text_that_never_comes 211 'cycle limit' --until abad --cycles 300000 \
    --uart-in $dir/text_line --uart-out $dir/echoed build/tb/test/echo.elf
expect wave 211 'cycle limit' --wave $dir/w.fst --wave-from 10 --wave-to 20 --cycles 100 build/tb/test/spin.elf
if [ -s $dir/w.fst ]; then
    echo "PASS wave_written"
else
    echo "FAIL wave_written: no $dir/w.fst"
fi
