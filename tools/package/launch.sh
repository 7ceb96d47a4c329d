# What the launcher of a clone and that of a package share: words, options, the AOT cache, the start itself. Sourced by
# ./fourfold and by a package's `start`, which set before: app (folder of fourfold.jar), cache (file of the AOT cache) and
# log (file for what preparing says); and JAVA_HOME before anything is run.
# shellcheck shell=bash disable=SC2154

# The terminal's language: Spanish where the locale is Spanish, else English. Usage: say ENGLISH SPANISH
say() {
    case "${FOURFOLD_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
        es*) printf '%s\n' "$2" >&2 ;;
        *) printf '%s\n' "$1" >&2 ;;
    esac
}

# Runs a function with its output in the log; shows the seconds on a terminal. Usage: quietly ENGLISH SPANISH COMMAND...
quietly() {
    local english=$1 spanish=$2 work seconds=0 outcome
    shift 2
    say "$english" "$spanish"
    "$@" >>"$log" 2>&1 &
    work=$!
    trap 'kill "$work" 2>/dev/null; wait "$work"; exit 130' INT TERM
    if [ -t 2 ]; then
        while kill -0 "$work" 2>/dev/null; do
            printf '\r%4d s ' "$seconds" >&2
            sleep 1
            seconds=$((seconds + 1))
        done
        printf '\r          \r' >&2
    fi
    wait "$work"
    outcome=$?
    trap - INT TERM
    return "$outcome"
}

# The options under which every command runs. No dump of memory may ever hold what people told.
options=(-XX:+UseSerialGC -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:+DisableAttachMechanism
    -Duser.timezone=UTC -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

launch=$(dirname -- "${BASH_SOURCE[0]}")

# How much memory linking takes, into `own`: it holds its records, up to half of the machine's memory. FOURFOLD_LINK_MEMORY, such
# as 8g, says another limit.
link_memory() {
    if [ -n "${FOURFOLD_LINK_MEMORY:-}" ]; then
        own=("-Xmx$FOURFOLD_LINK_MEMORY")
    else
        own=(-XX:MaxRAMPercentage=50)
    fi
}

# What Java is told beside that, into `own`: a node lives in little memory; linking takes what it needs. Usage: own_options ARGUMENTS...
own_options() {
    local word=${1:-}
    [ "$word" != --language ] || word=${3:-}
    if [ "$word" != link ]; then
        own=(-Xmx128m)
        return
    fi
    link_memory
    # Java's best compiler works on what is called millions of times alone: let loose on the rest, it takes more of the processor than
    # all of linking a million records does. Java tells on the answer's own stream that it read so; nothing it prints is for who links.
    own+=(-XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput "-XX:CompilerDirectivesFile=$launch/link.directives"
        -XX:+UseTransparentHugePages -XX:PretenureSizeThreshold=200000 -Xmn64m)
}

# A machine that says nothing of its locale still has file names with accents.
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_CTYPE=C.UTF-8

# What the cache was made of and for: another jar or runtime makes it useless, and the JVM would say so on the terminal.
fingerprint() {
    {
        printf '%s\n' "$JAVA_HOME"
        cat "$JAVA_HOME/release"
        find "$JAVA_HOME/lib/modules" -printf '%s %T@\n' 2>/dev/null
        (cd "$app" && find . -name '*.jar' -printf '%p %s %T@\n' | LC_ALL=C sort)
    } | cksum
}

has_cache() {
    [ -f "$cache" ] && [ -f "$cache.for" ] && [ "$(fingerprint)" = "$(cat "$cache.for")" ]
}

make_cache() {
    rm -f "$cache" "$cache.for"
    if quietly "Preparing quick starts" "Se preparan los inicios rápidos" train; then
        fingerprint >"$cache.for"
    else
        rm -f "$cache"
        say "Quick starts could not be prepared; starting works, only slower (see $log)" \
            "No se pudieron preparar los inicios rápidos; funciona igual, solo más lento (vea $log)"
    fi
}

train() {
    local own
    own_options rehearse
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$cache" "${own[@]}" "${options[@]}" -jar "$app/fourfold.jar" rehearse && [ -s "$cache" ]
}

# Checks a bag without starting the program: a jar of its own, with nothing but Java.
verify() {
    ulimit -c 0
    exec "$JAVA_HOME/bin/java" -Xshare:auto -XX:+UseSerialGC "-Xmx${FOURFOLD_VERIFY_MEMORY:-64m}" -Dfile.encoding=UTF-8 \
        -jar "$(printf '%s\n' "$app"/lib/fourfold-verifier-*.jar | head -n 1)" "$@"
}

run() {
    local cached=() own
    if [ "${1:-}" = verify ]; then
        shift
        verify "$@"
    fi
    own_options "$@"
    # Of linking the cache would make the beginning slower: its classes are few, and what it remembers of them calls the best compiler.
    if [ "${own[0]}" = -Xmx128m ] && has_cache; then
        # JDK 25 takes two shapes of methods for one and says so on the answer's own stream; it goes on without that piece.
        cached=(-XX:AOTCache="$cache" '-Xlog:aot*=error')
    fi
    ulimit -c 0
    umask 077
    exec "$JAVA_HOME/bin/java" ${cached[@]+"${cached[@]}"} "${own[@]}" "${options[@]}" -jar "$app/fourfold.jar" "$@"
}
