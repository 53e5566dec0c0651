# environment.sh: what tools/test, tools/run and .ci/run have in common; to be sourced.
#
# Copyright 2026 The Huifang authors
# SPDX-License-Identifier: GPL-3.0-or-later

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Debian's own programs first: another python3 in PATH lacks the modules that the tests import.
export PATH=/usr/bin:/bin:/usr/sbin:/sbin:${PATH:-}

# set_up_build DIR OPTION…: configures DIR once, and anew only where an option differs.
set_up_build() {
    local dir=$1
    shift
    if [ -f "$dir/build.ninja" ]; then
        meson configure "$dir" "$@" >/dev/null && return 0
        echo "Making $dir anew" >&2
    fi
    rm -rf "$dir"
    meson setup "$dir" "$root" "$@"
}
