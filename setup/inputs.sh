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
set -- "$content/"
# Which folders the course shares with others is asked only where there may be some.
if grep -q shared "$content/course.yaml"; then
    shared=$(.venv/bin/python -m coursepack.load.shared "$content")
    while IFS= read -r folder; do
        [ -z "$folder" ] || set -- "$@" "$folder"
    done <<END
$shared
END
fi
{
find "$@" templates src/coursepack -path "$content/rosters" -prune -o \
    -type f ! -name '.*' ! -name '*.pyc' -print -cnewer "$inputs" -print
# What a link leads to is changed without the link.
find "$@" -path "$content/rosters" -prune -o -type l \
    -exec find -L {} -maxdepth 0 -type f -print -cnewer "$inputs" -print \; 2>/dev/null || :
} | sort > "$inputs.now"
cmp -s "$inputs.now" "$inputs" || sort -u "$inputs.now" > "$inputs"
rm -f "$inputs.now"
