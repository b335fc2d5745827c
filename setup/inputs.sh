#!/bin/sh
# Keeps build/<course>/.inputs: the names of all files that go into the outputs of COURSE. It changes when a file is added
# or removed, or is newer: then find names it twice.
set -eu
content="content/$COURSE" inputs="build/$COURSE/.inputs"
if [ ! -f "$content/course.yaml" ]; then
    known=
    for folder in content/*/; do
        folder=${folder%/} known="$known ${folder##*/}"
    done
    echo "no course in $content; there are:$known"
    exit 1
fi
mkdir -p "build/$COURSE"
touch -a "$inputs"
# The folders that the course shares with others, as its one line `shared:` names them.
shared=$(sed -n 's/^shared:[[:space:]]*//p' "$content/course.yaml" | sed 's/#.*//' | tr -d "[]\"'" | tr ',' ' ')
set -- "$content/"
for folder in $shared; do
    [ ! -d "$content/$folder" ] || set -- "$@" "$content/$folder"
done
{
find "$@" templates src/coursepack -path "$content/rosters" -prune -o \
    -type f ! -name '.*' ! -name '*.pyc' -print -cnewer "$inputs" -print
# What a link leads to is changed without the link.
find "$@" -path "$content/rosters" -prune -o -type l \
    -exec find -L {} -maxdepth 0 -type f -print -cnewer "$inputs" -print \; 2>/dev/null || :
} | sort > "$inputs.now"
cmp -s "$inputs.now" "$inputs" || sort -u "$inputs.now" > "$inputs"
rm -f "$inputs.now"
