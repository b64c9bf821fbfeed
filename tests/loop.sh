#!/bin/sh
# The innermost loop of fast attention, one round of it, out of the disassembly
# of an object file: 16 fused operations with what loads their operands.
objdump -d --no-show-raw-insn --no-addresses "${1:-build/obj/lanes_16.o}" |
awk '
    { gsub(/\t/, " "); sub(/^ */, ""); sub(/ *$/, ""); line[NR] = $0 }
    END {
        for (i = 1; i + 23 <= NR; i++) {
            fused = copied = loaded = 0
            for (j = i; j < i + 24; j++) {
                fused += line[j] ~ /^vfmadd231ps %zmm/
                copied += line[j] ~ /^vbroadcastss .*\(.*zmm/
                loaded += line[j] ~ /^vmov.ps .*\(.*,%zmm/
            }
            if (line[i] ~ /^vmov/ && fused == 16 && copied == 4 &&
                loaded == 4) {
                for (j = i; j < i + 24; j++)
                    print line[j]
                exit 0
            }
        }
        print "No such loop was found." > "/dev/stderr"
        exit 1
    }'
