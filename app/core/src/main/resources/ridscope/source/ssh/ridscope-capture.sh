#!/bin/sh
# Prints what this Linux host says about its PCI functions as one JSON document: a RIDscope snapshot, version 1.
#
#   sh ridscope-capture.sh > host.ridscope.json          64 bytes of each function's configuration space
#   sudo sh ridscope-capture.sh > host.ridscope.json     all of it
#   sh ridscope-capture.sh DIR/sys                       a copy of a sysfs tree instead of /sys
#
# It only reads, and leaves nothing behind. It runs in any POSIX shell (busybox sh, dash, bash) and needs cat, od, ls and
# readlink beside it; where dmesg is there too, its lines about PCI tell more of the root buses.
# Exit status: 0 all printed, 3 nothing to read here, 4 a tool is missing. A document that does not end with "}" was
# interrupted; RIDscope refuses it.
#
# How it is written: everything is in functions that the last line calls, so that half a script, cut on its way, does
# nothing. No function starts a process for what the shell can do itself; there may be thousands of attributes. POSIX has
# no local variables: v, h and q hold what the functions below return, others belong to the function that names them.

# Sets $q to $1 as a JSON string. Whatever is not plain goes the long way.
quote() {
    case $1 in
    $odd) quote_bytes "$1" ;;
    *) q=\"$1\" ;;
    esac
}

# The same byte by byte: ASCII as \u00xx, UTF-8 decoded, what is not UTF-8 as U+FFFD.
quote_bytes() {
    q= need=0
    for byte in $(printf %s "$1" | hex_bytes) end; do
        if [ $need -gt 0 ]; then
            if [ $byte != end ] && [ $((0x$byte)) -ge $low ] && [ $((0x$byte)) -le $high ]; then
                code=$((code * 64 + 0x$byte - 128)) need=$((need - 1)) low=128 high=191
                [ $need -gt 0 ] || quote_code_point
                continue
            fi
            q=$q\\ufffd need=0
        fi
        low=128 high=191
        case $byte in
        end) ;;
        [0-7]?) q=$q\\u00$byte ;;
        c[2-9a-f] | d?) need=1 code=$((0x$byte - 192)) ;;
        e?) need=2 code=$((0x$byte - 224)) ;;
        f[0-4]) need=3 code=$((0x$byte - 240)) ;;
        *) q=$q\\ufffd ;;
        esac
        case $byte in
        e0) low=160 ;; ed) high=159 ;; f0) low=144 ;; f4) high=143 ;;
        esac
    done
    q=\"$q\"
}

quote_code_point() {
    if [ $code -gt 65535 ]; then
        hex_of $((55232 + code / 1024)) 4
        q=$q\\u$h code=$((56320 + code % 1024))
    fi
    hex_of $code 4
    q=$q\\u$h
}

# Bytes of standard input as two hex digits each, separated by white space.
hex_bytes() {
    if [ $modern_od = yes ]; then
        od -An -v -tx1
        return
    fi
    # An od without -t, as small builds of busybox have: octal, behind an address.
    octal=$(od -v -b | while read -r offset bytes; do
        [ -z "$bytes" ] || printf ' 0%s' $bytes
    done)
    [ -z "$octal" ] || printf ' %02x' $octal
}

# Sets $h to the number $1 in at least $2 hex digits.
hex_of() {
    rest=$1 h=
    while [ $rest -gt 0 ] || [ ${#h} -lt $2 ]; do
        case $((rest & 15)) in
        10) h=a$h ;; 11) h=b$h ;; 12) h=c$h ;; 13) h=d$h ;; 14) h=e$h ;; 15) h=f$h ;;
        *) h=$((rest & 15))$h ;;
        esac
        rest=$((rest >> 4))
    done
}

# Sets $h to $1 without the zeros it begins with.
without_zeros() {
    h=$1
    while [ "${h#0?}" != "$h" ]; do h=${h#0}; done
}

# Adds to the JSON object in the variable named $1 a member $2 with the JSON value $3.
member() {
    eval "$1=\"\$$1\${$1:+, }\\\"\$2\\\": \$3\""
}

# Sets $v to the first line of attribute $1 without white space around it; "" when it is missing or cannot be read.
attribute() {
    v=
    read -r v <"$1"
}

# The same for an attribute that may not answer: it takes the device lock, which a driver may hold for minutes, or it wakes
# a device that does not come back; and whoever waits in the kernel cannot be killed. So somebody else reads it, and the
# clock in /proc/uptime, asked again and again for lack of sleep, says when to go on without, which leaves $v empty and
# fails. That other reader stays behind until the driver is done.
attribute_in_time() {
    v=
    [ -e "$1" ] || return 0
    [ -r /proc/uptime ] || { attribute "$1"; return 0; }
    [ $given_up -ge 8 ] || v=$(
        {
            { read -r line <"$1"; printf '=%s\n' "$line"; } 3>&- &
            read -r now line </proc/uptime
            deadline=$((${now%%.*} + 3))
            while [ "${now%%.*}" -lt $deadline ] && printf '.\n'; do
                read -r now line </proc/uptime
            done
            printf 'late\n'
        } | while read -r line; do
            [ "$line" = . ] || { printf '%s\n' "$line"; break; }
        done
    )
    case $v in
    =*) v=${v#=} ;;
    *)
        v= given_up=$((given_up + 1))
        diagnose ATTRIBUTE_TIMEOUT "$2" "${1##*/} of $2 gave no answer within 2 s; its driver may be busy."
        return 1
        ;;
    esac
}

# Adds what attribute $3 says to the object named $1 as member $2: as text; as a number up to $4; as a hex number of $4
# digits; as true or false. What the attribute says otherwise is unknown.
text() {
    attribute "$3"
    [ -z "$v" ] || { quote "$v" && member "$1" "$2" "$q"; }
}

number() {
    attribute "$3"
    is_number "$4" && member "$1" "$2" "$v"
}

hex() {
    attribute "$3"
    h=${v#0x}
    only 0-9a-f "$h" && [ ${#h} -le $4 ] || return
    while [ ${#h} -lt $4 ]; do h=0$h; done
    member "$1" "$2" "\"$h\""
}

flag() {
    attribute "$3"
    truth "$1" "$2"
}

truth() {
    case $v in
    0) member "$1" "$2" false ;;
    1) member "$1" "$2" true ;;
    esac
}

# Whether $v is a decimal number from 0 to $1.
is_number() {
    case $v in
    '' | *[!0-9]* | 0?* | ???????????*) return 1 ;;
    esac
    [ "$v" -le "$1" ]
}

# Whether $1 is the address of a function, such as 0000:3b:00.1.
is_function() {
    case $1 in
    [0-9a-f][0-9a-f][0-9a-f][0-9a-f]*:[0-9a-f][0-9a-f]:[01][0-9a-f].[0-7]) is_segment "${1%:??:??.?}" ;;
    *) return 1 ;;
    esac
}

# Whether $1 is the directory of a host bridge, such as pci0000:3a; sets $h to the part behind pci.
is_root() {
    h=${1#pci}
    case $1 in
    pci[0-9a-f][0-9a-f][0-9a-f][0-9a-f]*:[0-9a-f][0-9a-f]) is_segment "${h%:??}" ;;
    *) return 1 ;;
    esac
}

is_segment() {
    [ ${#1} -le 8 ] && only 0-9a-f "$1"
}

# Whether $2 consists of characters in $1 and is not empty.
only() {
    case $2 in
    '' | *[!$1]*) return 1 ;;
    esac
}

diagnose() {
    quote "$3"
    diagnostics="$diagnostics${diagnostics:+,}$nl    {\"id\": \"$1\", \"subject\": \"$2\", \"text\": $q}"
}

# Sets $v to the last component of where link $1 leads; fails if it is no link. Changing there and back needs no process.
linked() {
    v=
    [ -L "$1" ] || return
    if cd -P "$1"; then
        v=$PWD
        cd -P "$directory" || exit 1
    else
        v=$(readlink "$1")
    fi
    v=${v##*/}
}

# Finds host bridges at and below directory $1, at depth $2. Below one of them ($3) only functions lead on to others. Links
# are not followed: they run in circles.
walk() {
    [ -d "$1" ] && [ ! -L "$1" ] && [ $2 -le 64 ] || return
    if is_root "${1##*/}"; then
        add_root "$h"
        set -- "$1" $2 below
    elif [ -z "$3" ]; then
        case ${1##*/} in
        virtual | system | breakpoint | tracepoint | software | cpu | msr | uprobe | kprobe | power) return ;;
        esac
        [ $2 -le 8 ] || return
        for entry in "$1"/*; do walk "$entry" $(($2 + 1)) ''; done
        return
    fi
    for entry in "$1"/????*:??:??.? "$1"/pci????*:??; do walk "$entry" $(($2 + 1)) below; done
}

# Takes down function $1 and its power state. Reading its bytes, links or bus numbers wakes a function and all bridges above
# it: the power states of all come first.
found() {
    cd -P "$sys/bus/pci/devices/$1" || return
    state=
    text state power power_state
    text state runtime power/runtime_status
    count=$((count + 1))
    eval "address_$count=\$1 directory_$count=\$PWD state_$count=\$state"
}

# Keeps $roots ascending.
add_root() {
    lower= higher=
    for root in $roots; do
        if [ "$root" = "$1" ]; then
            return
        elif [ $((0x${root%:*}00 + 0x${root#*:})) -lt $((0x${1%:*}00 + 0x${1#*:})) ]; then
            lower="$lower $root"
        else
            higher="$higher $root"
        fi
    done
    roots="$lower $1$higher"
}

# Everything in the function's directory, which is the current one.
read_directory() {
    for name in *; do
        case $name in
        vendor | device) hex os $name $name 4 ;;
        subsystem_vendor) hex os subsystemVendor $name 4 ;;
        subsystem_device) hex os subsystemDevice $name 4 ;;
        class) hex os class $name 6 ;;
        revision) hex os revision $name 2 ;;
        ari_enabled) flag os ariEnabled $name ;;
        numa_node) number os numaNode $name 2147483647 ;;
        iommu_group) linked $name && is_number 2147483647 && member os iommuGroup "$v" ;;
        driver) linked $name && quote "$v" && member os driver "$q" ;;
        resource) read_resources ;;
        msi_irqs)
            set -- $name/*
            [ -e "$1" ] || shift
            member state vectors $#
            ;;
        sriov_* | physfn | virtfn*) read_sriov "$name" ;;
        config | *_link_* | *_bus_number) ;; # later
        *) os_device_at "$name" "$name" 0 ;;
        esac
    done
}

read_sriov() {
    case $1 in
    sriov_totalvfs) number sriov totalVfs "$1" 65535 ;;
    sriov_offset) number sriov offset "$1" 65535 ;;
    sriov_stride) number sriov stride "$1" 65535 ;;
    sriov_vf_device) hex sriov vfDevice "$1" 4 ;;
    sriov_numvfs)
        attribute_in_time "$1" "$address" || locked=yes
        is_number 65535 && member sriov numVfs "$v"
        ;;
    sriov_vf_total_msix)
        [ -z "$locked" ] && attribute_in_time "$1" "$address" && is_number 2147483647 && member state vfMsixTotal "$v"
        ;;
    physfn) linked "$1" && is_function "$v" && member sriov physicalFunction "\"$v\"" ;;
    virtfn*)
        v=${1#virtfn}
        is_number 65535 && linked "$1" && is_function "$v" && member virtual "${1#virtfn}" "\"$v\""
        ;;
    esac
}

# Address ranges, a line each: first and last address, flags. A kernel without SR-IOV prints a bridge's windows in the
# place of the VF BARs.
read_resources() {
    lines=0 ranges= list=
    while read -r first last flags more; do
        case $first$last$flags$more in
        *[1-9a-f]*) [ -n "$more" ] || ranges="$ranges $lines:$first:$last:$flags" ;;
        esac
        lines=$((lines + 1))
    done <resource
    for range in $ranges; do
        index=${range%%:*} range=${range#*:}
        [ $lines -ge 13 ] || [ $index -lt 7 ] || index=$((index + 6))
        flags=${range##*:} range=${range%:*}
        case $range:$flags in
        *[!0-9a-fx:]*) ;;
        0x????????????????:0x????????????????:0x????????????????)
            [ $index -gt 16 ] || resource "${range%:*}" "${range#*:}" "$flags"
            ;;
        esac
    done
    [ -z "$list" ] || member os resources "[$list]"
}

# In halves, since shells count with a sign; one that counts in 32 bits leaves the size out.
resource() {
    range=
    high=$((${2%????????} - ${1%????????}))
    low=$((0x${2#0x????????} - 0x${1#0x????????}))
    [ $low -ge 0 ] || low=$((low + 0x100000000)) high=$((high - 1))
    [ $high -ge 0 ] || return
    low=$((low + 1))
    [ $low -lt $((0x100000000)) ] || low=0 high=$((high + 1))
    without_zeros "${1#0x}"
    first=$h
    # IORESOURCE_UNSET: the range has a size but no place. No memory range begins at 0, ranges of I/O ports may.
    flags=$((0x${3#0x????????}))
    [ $((flags & 0x20000000)) -ne 0 ] || [ $first = 0 ] && [ "$((flags & 0x100)):$2" != "256:${2#$none}" ] ||
        member range start "\"$first\""
    if [ $((0x100000000)) -gt 0 ] && [ $high$low != 42949672960 ] && [ "$first$2" != 0$none ]; then
        hex_of $low 8
        last=$h
        hex_of $high 1
        without_zeros "$h$last"
        member range size "\"$h\""
    fi
    without_zeros "${3#0x}"
    member range flags "\"$h\""
    list="$list${list:+, }{\"index\": $index, $range}"
}

# What the system made of the function: $2, whose last component is $1, may be a class of devices, or a transport with
# such classes below it.
os_device_at() {
    case $1 in
    net | nvme | block | drm | infiniband | sound | accel | dax | cxl | ptp | tpm | fc_host | mei | misc | mmc_host | \
        uio | vfio-dev) os_devices "$1" "$2" ;;
    mem[0-9]*) [ $3 -ne 0 ] || ! only 0-9 "${1#mem}" || os_device cxl "$1" ;;
    *) [ $3 -ge 7 ] || ! is_transport "$1" || transport "$2" $(($3 + 1)) ;;
    esac
}

is_transport() {
    case $1 in
    virtio* | ata* | host* | session*) only 0-9 "${1##*[a-z]}" ;;
    port-* | expander-* | end_device-*) only 0-9: "${1##*-}" ;;
    target*) only 0-9: "${1#target}" ;;
    rport-*) only 0-9:- "${1#rport-}" ;;
    ?*.sf.*) only 0-9 "${1##*.sf.}" ;;
    mmc[0-9]*:*) only 0-9a-f "${1##*:}" ;;
    [0-9]*:[0-9]*:[0-9]*:[0-9]*) only 0-9: "$1" ;;
    *) return 1 ;;
    esac
}

transport() {
    [ -d "$1" ] && [ ! -L "$1" ] || return
    for below in "$1"/*; do
        os_device_at "${below##*/}" "$below" $2
    done
}

os_devices() {
    for below in "$2"/*; do
        if [ -d "$below" ] && [ ! -L "$below" ]; then
            os_device "$1" "${below##*/}"
            case $1 in
            mmc_host) transport "$below" 6 ;;
            nvme)
                for space in "$below"/nvme[0-9]*n[0-9]*; do
                    only 0-9cn "${space##*/nvme}" && [ -e "$space" ] && os_device block "${space##*/}"
                done
                ;;
            esac
        fi
    done
}

os_device() {
    quote "$2"
    devices="$devices${devices:+, }{\"kind\": \"$1\", \"name\": $q}"
}

# Prints one function; $address, $directory and $state are set.
function_record() {
    os= link= sriov= virtual= devices= locked= bytes=
    slot_of "$address"
    if cd -P "$directory"; then
        read_directory
        read_if_awake
    fi
    place
    [ -z "$link" ] || member os link "{$link}"
    [ -z "$virtual" ] || member sriov virtualFunctions "{$virtual}"
    [ -z "$sriov" ] || member os sriov "{$sriov}"
    [ -z "$devices" ] || member os devices "[$devices]"
    [ -z "$state" ] || member os state "{$state}"
    printf '%s\n    {"address": "%s"' "$comma" "$address"
    comma=,
    [ -z "$bytes" ] || print_config
    [ -z "$os" ] || printf ',\n      "os": {%s}' "$os"
    printf '}'
}

# What wakes a sleeping function is tried with care first.
read_if_awake() {
    case $state in
    *'"suspended"'* | *ing\"* | *'"D3'*) attribute_in_time config "$address" || return ;;
    esac
    [ ! -f config ] || bytes=yes
    attribute secondary_bus_number
    if is_number 255; then
        bridge="\"secondary\": $v"
        attribute subordinate_bus_number
        ! is_number 255 || member os bridge "{$bridge, \"subordinate\": $v}"
    fi
    text link currentSpeed current_link_speed
    text link currentWidth current_link_width
    text link maxSpeed max_link_speed
    text link maxWidth max_link_width
}

# What stands above it.
place() {
    v=${directory%/*}
    v=${v##*/}
    ! is_function "$v" || member os parent "\"$v\""
    ! is_root "$v" || member os parent '"root"'
}

# Prints the configuration bytes and the size the kernel claims for them.
print_config() {
    set -- $(hex_bytes <config)
    size=$#
    # Without privilege the kernel gives 64 bytes of a file that it says is larger.
    [ $size -eq 256 ] || [ $size -eq 4096 ] || claimed_size
    case $size in
    256 | 4096) printf ', "configSize": %s' $size ;;
    esac
    if [ $# -eq 0 ]; then
        diagnose CONFIG_UNREADABLE "$address" "The configuration space of $address could not be read."
        return
    fi
    # Everybody may read the header, which is 128 bytes long for a CardBus bridge.
    [ $# -le 128 ] || privileged=true
    printf ',\n      "configLength": %s, "config": "' $#
    printf %s "$@"
    printf '"'
}

claimed_size() {
    set -- $(ls -ln config)
    size=$5
}

# Takes down the addresses of the slots: lines of address, tab and name as a JSON string.
read_slots() {
    for directory in "$sys"/bus/pci/slots/*; do
        attribute "$directory/address"
        [ -z "$v" ] || { quote "${directory##*/}"; slot_names="$slot_names$v$tab$q$nl"; }
    done
}

# The slot that a function's device is in, the first of several; some firmware names only the bus.
slot_of() {
    for seat in "${1%.?}" "${1%:??.?}"; do
        v=${slot_names#*"$nl$seat$tab"}
        [ "$v" = "$slot_names" ] || { member os slot "${v%%"$nl"*}"; return; }
    done
}

# Last, since asking whether a slot has power wakes the port above it.
print_slots() {
    printf '\n  ],\n  "slots": ['
    comma=
    for directory in "$sys"/bus/pci/slots/*; do
        quote "${directory##*/}"
        slot="\"name\": $q"
        attribute "$directory/address"
        if [ -n "$v" ]; then
            quote "$v"
            member slot address "$q"
            if attribute_in_time "$directory/power" "slot ${directory##*/}"; then
                truth slot powered
                flag slot occupied "$directory/adapter"
            fi
            text slot speed "$directory/cur_bus_speed"
            text slot maxSpeed "$directory/max_bus_speed"
            printf '%s\n    {%s}' "$comma" "$slot"
            comma=,
        fi
    done
}

# Lines about PCI from the boot log.
read_boot_log() {
    [ "$sys" = /sys ] && command -v dmesg >&2 || return
    lines=$(dmesg)
    IFS=$nl
    set -f
    set -- $lines
    set +f
    IFS=$blank
    for line do
        case $line in
        *[Pp][Cc][Ii]* | *[Ii][Oo][Mm][Mm][Uu]* | *[Dd][Mm][Aa][Rr]* | *[Aa][Mm][Dd]-[Vv][Ii]* | *[Ss][Mm][Mm][Uu]* | \
            *[Ss][Rr]-[Ii][Oo][Vv]* | *[0-9a-f]:[0-9a-f][0-9a-f]:[01][0-9a-f].[0-7]*)
            quote "$line"
            [ ${#line} -ge 4096 ] || log="$log${log:+,}$nl    $q"
            ;;
        esac
    done
}

print_roots() {
    printf '\n  ],\n  "rootBuses": ['
    comma=
    for root in $roots; do
        printf '%s\n    {"segment": %s, "bus": %s}' "$comma" $((0x${root%:*})) $((0x${root#*:}))
        comma=,
    done
}

print_nodes() {
    set -- "$sys"/devices/system/node/node
    set -- "$1"[0-9] "$1"[0-9][0-9] "$1"[0-9][0-9][0-9] "$1"[0-9][0-9][0-9][0-9]
    printf '\n  ],\n  "numaNodes": ['
    comma=
    for directory do
        v=${directory##*/node}
        if is_number 9999 && [ -d "$directory" ]; then
            printf '%s\n    {"node": %s' "$comma" "$v"
            comma=,
            if [ -r "$directory/cpulist" ]; then
                # Not by the shell, which asks for one byte at a time: to that this attribute answers with nothing.
                quote "$(cat "$directory/cpulist")"
                printf ', "cpus": %s' "$q"
            fi
            printf '}'
        fi
    done
}

# At the end: by now it is known whether anything but headers could be read.
print_provenance() {
    origin='"kind": "ssh"'
    text origin host "${sys%/*}/proc/sys/kernel/hostname"
    text origin kernel "${sys%/*}/proc/sys/kernel/osrelease"
    printf '\n  ],\n  "provenance": {%s, "tool": "RIDscope capture script", "privileged": %s}\n}\n' "$origin" $privileged
}

fail() {
    printf 'ridscope-capture: %s\n' "$2" >&3
    exit "$1"
}

prepare() {
    LC_ALL=C CDPATH=
    export LC_ALL
    # What cannot be read is unknown and worth no word; only "fail" says something.
    exec 3>&2 2>/dev/null
    trap 'exit 1' HUP INT TERM
    nl='
'
    tab='	'
    blank=" $tab$nl"
    IFS=$blank
    # Anything but printable ASCII without " and \.
    odd='*[!] -!#-[^-~]*'
    none=0x0000000000000000
    count=0 given_up=0 modern_od=yes privileged=false
    diagnostics= roots= slot_names=$nl log= comma=
    for tool in cat od ls readlink; do
        command -v $tool >&2 || fail 4 "this host has no $tool"
    done
    [ -n "$(printf A | od -An -v -tx1)" ] || modern_od=no
    cd -P "$sys" || fail 3 "$sys is not there: this is no Linux, or sysfs is not mounted"
    sys=$PWD
}

main() {
    sys=${1:-/sys}
    prepare
    for entry in "$sys"/bus/pci/devices/*; do
        ! is_function "${entry##*/}" || found "${entry##*/}"
    done
    [ $count -gt 0 ] || fail 3 "this host has no PCI devices in $sys"
    walk "$sys/devices" 0 ''
    read_slots
    read_boot_log
    printf '{"schema": "ridscope-snapshot", "version": 1,\n  "functions": ['
    number=0
    while [ $number -lt $count ]; do
        number=$((number + 1))
        eval "address=\$address_$number directory=\$directory_$number state=\$state_$number"
        function_record
    done
    print_roots
    print_nodes
    print_slots
    printf '\n  ],\n  "bootLog": [%s\n  ],\n  "diagnostics": [%s' "$log" "$diagnostics"
    print_provenance
}

main "$@" </dev/null
