#!/bin/sh
# Runs pip: `setup/pip.sh PIP WORDS…`. Leaves out its warnings about places that this machine's own configuration names
# and where nothing is: there is one for each package and place, and they bury what matters. Whatever else pip says, and
# its exit status, stay.
noise="^WARNING: Location '.*' is ignored: it is "
exec 5>&1
status=$({ { "$@" 2>&1 >&5 3>&- 5>&-; echo $? >&3; } | sed "/$noise/d" >&2 5>&-; } 3>&1)
exit "$status"
