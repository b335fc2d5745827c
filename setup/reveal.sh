#!/bin/sh
# Gets reveal.js, which shows the deck in a browser, from its npm package into a folder: `setup/reveal.sh FOLDER`.
# What came is checked against the hash of what was tested. Nothing else of npm is used, and nothing of it is run.
set -eu

folder=$1
version=6.0.2
hash=258220e43f5aa31a1a2de6fce0ef8ebc0c2c2967486af56010349cc6d6045c5093eade9342b84db5282881c8dd0a974bb168258499f7cf21377d43b0887e4a12

command -v npm > /dev/null || {
	echo "The deck is shown by reveal.js, which comes from npm, and there is no npm here. Install it" >&2
	echo "(Debian, Ubuntu: sudo apt install npm; macOS: brew install node) and run make present again." >&2
	exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "reveal.js@$version" > /dev/null
file=$work/reveal.js-$version.tgz
found=$("${PYTHON:-python3}" -c 'import hashlib, sys; print(hashlib.sha512(open(sys.argv[1], "rb").read()).hexdigest())' "$file")
test "$found" = "$hash" || {
	echo "What npm sent as reveal.js $version is not what was tested." >&2
	exit 1
}

tar -xzf "$file" -C "$work"
rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
mv "$work/package" "$folder"
