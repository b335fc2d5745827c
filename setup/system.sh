#!/bin/sh
# Sees to what pip cannot bring: `setup/system.sh build`, `setup/system.sh test` for what only the tests need, or
# `setup/system.sh compare` for TeX, which `make compare` sets beside our pages.
# On Debian and Ubuntu, as root, it installs what is missing. Elsewhere it prints the one command that does, and stops.
# shellcheck disable=SC2317 # the has_… functions are called by name
set -eu

python=${PYTHON:-python3}
export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib # where Homebrew keeps Pango

case ${1:-} in
    build) needs='python pango' ;;
    test) needs='impress carlito caladea liberation dejavu poppler chromium npm' ;;
    compare) needs='tex' ;;
    *) echo 'usage: setup/system.sh build|test|compare' >&2 && exit 2 ;;
esac

# What meets a need:   Debian, Ubuntu | Fedora | Arch | Alpine | Homebrew
managers='apt-get dnf pacman apk brew'
packages="
python     ${python##*/} ${python##*/}-venv | python3 | python | python3 | python
pango      libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 | pango | pango | pango harfbuzz-subset | pango
impress    libreoffice-impress | libreoffice-impress | libreoffice-fresh | libreoffice | libreoffice
carlito    fonts-crosextra-carlito | google-carlito-fonts | ttf-carlito | font-carlito | font-carlito
caladea    fonts-crosextra-caladea | google-crosextra-caladea-fonts | ttf-caladea | font-caladea | font-caladea
liberation fonts-liberation | liberation-fonts | ttf-liberation | font-liberation | font-liberation
dejavu     fonts-dejavu-core | dejavu-sans-fonts | ttf-dejavu | font-dejavu | font-dejavu
poppler    poppler-utils | poppler-utils | poppler | poppler-utils | poppler
chromium   chromium | chromium | chromium | chromium | chromium
tex        texlive-latex-extra texlive-fonts-recommended lmodern | texlive-collection-latexextra texlive-collection-fontsrecommended | texlive-latexextra texlive-fontsrecommended | texmf-dist-latexextra texmf-dist-fontsrecommended | texlive
npm        npm | nodejs-npm | npm | npm | node
"

# How to tell that a need is met.
has_python() { "$python" -c 'import ensurepip, venv'; }
has_pango() { has_library pango-1.0 && has_library pangoft2-1.0 && has_library harfbuzz-subset; }
has_library() { loads "lib$1.so.0" || loads "lib$1.dylib" || loads "lib$1.0.dylib"; }
loads() { "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1"; }
has_impress() {
    office=$(command -v soffice || echo /Applications/LibreOffice.app/Contents/MacOS/soffice)
    folder=$(dirname "$(readlink -f "$office")")
    ls "$folder/libslideshowlo.so" || ls "$folder/../Frameworks/libslideshowlo.dylib"
}
has_carlito() { fc-list : family | grep -w Carlito; }
has_caladea() { fc-list : family | grep -w Caladea; }
has_liberation() { for face in Sans Serif Mono; do fc-list : family | grep -w "Liberation $face" || return 1; done; }
has_dejavu() { fc-list : family | grep -w "DejaVu Sans"; }
has_poppler() { command -v pdftotext; }
has_chromium() { command -v chromium || command -v chromium-browser; }
has_tex() { kpsewhich memoir.cls && kpsewhich tufte-book.cls && kpsewhich pplr7t.tfm && kpsewhich lmodern.sty; }
has_npm() { command -v npm; }

missing=''
for need in $needs; do
    "has_$need" >/dev/null 2>&1 || missing="$missing $need"
done

if command -v "$python" >/dev/null && ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "coursepack needs Python 3.11 or newer, and $python is $("$python" -V). Name a newer one: make PYTHON=python3.12" >&2
    exit 1
fi
[ "$missing" ] || exit 0

column=1
for manager in $managers; do
    command -v "$manager" >/dev/null && break
    column=$((column + 1))
done
wanted=$(for need in $missing; do echo "$packages" | sed -n "s/^$need  *//p" | cut -d '|' -f "$column"; done | xargs)

case $column in
    1) install="apt-get install -y --no-install-recommends $wanted" ;;
    2) install="dnf install $wanted" ;;
    3) install="pacman -S --needed $wanted" ;;
    4) install="apk add $wanted" ;;
    5) install="brew install $wanted" ;;
    *) install="(with this system's own package manager) $(echo "$missing" | xargs)" ;;
esac

if [ $column = 1 ] && [ "$(id -u)" = 0 ]; then
    echo "Installing $wanted …"
    # What the packages' own scripts say matters only if something goes wrong.
    # shellcheck disable=SC2086 # a command and its words
    said=$({ apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install -qq; } 2>&1) || { echo "$said" >&2 && exit 1; }
    exit 0
fi
[ $column -ge 5 ] || [ "$(id -u)" = 0 ] || install="sudo $install"
printf 'This system lacks something that coursepack needs. Install it, then run make again:\n\n    %s\n\n' "$install" >&2
exit 1
