#!/bin/sh
# Makes an output of a course anew if anything that goes into it was changed; `make` calls it, and names what it makes:
#
#   setup/output.sh NAME WHOLE SINGLE [--option=VARIABLE …]
#
# WHOLE and SINGLE are the names of its file, of the course and of a unit; $unit, $paper and so on in them are the
# variables of this script. What an author or a student may have named comes from the environment and from the folders
# themselves, and stays in quotes: nothing in it is run, and blanks are letters like others.
set -eu
name=$1 whole=$2 single=$3
shift 3
content="content/$COURSE" build="build/$COURSE"

# The names of units that UNIT means, one a line: 3, 03 or a file's name; * is all of them.
units() {
    found= known=
    for file in "$content"/units/*.md; do
        stem=${file##*/} stem=${stem%.md}
        known="$known $stem"
        case $UNIT:$stem in
            \*:* | "$UNIT:$UNIT" | "$UNIT:$UNIT"-* | "$UNIT:0$UNIT"-*) found=1 && printf '%s\n' "$stem" ;;
        esac
    done
    [ -n "$found" ] || { echo "no unit $UNIT among$known" >&2 && return 1; }
}

# The place of a file: its name, with the variables in it.
place() {
    unit=$1 pattern=$2 paper= edition= per=${PER:+-$PER}
    [ "$PAPER" = a4 ] || paper="-$PAPER"
    [ "$EDITION" = teacher ] || edition="-$EDITION"
    eval "printf '%s\n' \"\$build/$pattern\""
}

# Says whether a file is newer than all that goes into it.
fresh() {
    [ -e "$1" ] && [ -z "$(find "$READY" "$build/.inputs" "$2" -newer "$1" 2>/dev/null)" ]
}

# Makes the output of a unit, or of the whole course.
one() {
    unit=$1 pattern=$whole known=$PAGES_WHOLE always= folder=
    shift
    [ -z "$unit" ] || pattern=$single known=$PAGES_SINGLE
    target=$(place "$unit" "$pattern") pages=
    [ -z "${TELL-}" ] || { printf '%s' "$target" && return; }
    count=$#
    [ -z "$unit" ] || set -- "$@" "--unit=$unit"
    while [ "$count" -gt 0 ]; do
        flag=${1%%=*} variable=${1#*=}
        shift
        count=$((count - 1))
        case $flag in
            --always) always=1 && continue ;;
            --folder) folder=1 && continue ;;
            --pages) pages=$(place "$unit" "$known") value=$pages ;;
            *) eval "value=\${$variable-}" ;;
        esac
        case $flag:$value in
            *!:) echo "make $name wants $variable=…" >&2 && return 1 ;;
            *:) ;;
            *+:*) always=1 && set -- "$@" "${flag%?}" "$value" ;;
            *\?:*) set -- "$@" "${flag%?}" ;;
            *) set -- "$@" "${flag%!}=$value" ;;
        esac
    done
    [ -n "$always" ] || ! fresh "$target" "$pages" || return 0
    [ -z "$folder" ] || target=${target%/*}
    .venv/bin/coursepack "$name" "$content" "$@" -o "$target"
}

# The loader of macOS finds Homebrew's libraries only if it is told here: a shell of the system forgets it.
[ "$(uname)" != Darwin ] || export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib

if [ -z "$UNIT" ]; then
    one "" "$@"
else
    chosen=$(units)
    printf '%s\n' "$chosen" | while IFS= read -r unit; do
        one "$unit" "$@" </dev/null || exit
    done
fi
