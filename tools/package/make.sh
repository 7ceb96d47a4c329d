# ./fourfold package [--sign KEYFILE]: target/fourfold-VERSION-PLATFORM.tar.gz, everything that a bare machine needs.
# ./fourfold package --new-key NAME KEYFILE: a new key to sign releases with; prints its public line.
# Sourced by ./fourfold, which found the JDK and built the program. The same sources, JDK and day of release give the same
# bytes. Layouts of other platforms: docs/decisions/006-package-and-update.md.
# shellcheck shell=bash disable=SC2154

# What the program uses of Java (jdeps), and what it reaches by name: Spanish dates, sockets, memory of the machine.
modules=java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs
modules=$modules,java.scripting,java.security.jgss,java.sql.rowset,jdk.charsets,jdk.jfr,jdk.localedata,jdk.management
modules=$modules,jdk.net,jdk.unsupported

package() {
    local key='' name
    case "${1:-}" in
        --new-key)
            [ "$#" -eq 3 ] || misunderstood
            run release key "$2" "$3"
            ;;
        --sign)
            [ "$#" -eq 2 ] && [ -r "$2" ] || misunderstood
            key=$2
            ;;
        '') ;;
        *) misunderstood ;;
    esac
    log=$root/target/package.log
    mkdir -p "$root/target/package"
    : >"$log"
    describe
    name=fourfold-$version-$platform.tar.gz
    if ! quietly "Packing $name" "Se empaqueta $name" pack "$name"; then
        say "It could not be packed; all of it is in $log" "No se pudo empaquetar; todo está en $log"
        exit 3
    fi
    say "Packed: $root/target/$name ($(($(stat -c %s "$root/target/$name") / 1000000)) MB)" \
        "Empaquetado: $root/target/$name ($(($(stat -c %s "$root/target/$name") / 1000000)) MB)"
    if [ -n "$key" ]; then
        run release sign "$root/target/$name" --key "$key" --keys "$root/tools/package/release-keys.txt"
    fi
}

misunderstood() {
    say "Usage: ./fourfold package [--sign KEYFILE | --new-key NAME KEYFILE]" \
        "Uso: ./fourfold package [--sign ARCHIVO_DE_CLAVE | --new-key NOMBRE ARCHIVO_DE_CLAVE]"
    exit 2
}

describe() {
    version=$(sed -n '/<artifactId>fourfold<\/artifactId>/,/<\/version>/s:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
    released=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>.*:\1:p' "$root/pom.xml")
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) platform=linux-x64 ;;
        *)
            say "Packages are made on Linux x64 so far; see docs/guide/package.md for other machines." \
                "Por ahora los paquetes se hacen en Linux x64; para otras máquinas vea docs/guide/paquete.md."
            exit 3
            ;;
    esac
    if [ -z "$version" ] || [ -z "$released" ]; then
        say "pom.xml names no version or day" "pom.xml no indica versión o fecha"
        exit 3
    fi
}

pack() {
    set -e
    local work=$root/target/package stage runtime inside draft
    stage=$work/stage
    inside=$stage/fourfold/versions/$version
    runtime=$work/runtime-$(cat "$JAVA_HOME/release" "$root/tools/package/make.sh" | cksum | cut -d ' ' -f 1)
    rm -rf "$stage"
    mkdir -p "$inside/app/lib"
    [ -f "$runtime/release" ] || link "$runtime"
    # Licences that are the same are links in the image; an archive without any link is easier to trust.
    cp -RL "$runtime" "$inside/runtime"
    cp "$app/fourfold.jar" "$inside/app/"
    cp "$app"/lib/*.jar "$inside/app/lib/"
    slim "$inside/app/lib"
    cp "$root/tools/package/launch.sh" "$root/tools/package/link.directives" "$root/tools/package/start" "$root/tools/package/release-keys.txt" "$inside/"
    cp "$(parts)" "$inside/parts.json"
    cp "$root/LICENSE" "$root/NOTICE" "$inside/"
    printf '%s\n' "$version" >"$inside/version"
    printf '%s\n' "$platform" >"$inside/platform"
    cp "$root/tools/package/fourfold" "$root/tools/package/README.txt" "$root/tools/package/LEEME.txt" "$stage/fourfold/"
    cp "$root/LICENSE" "$root/NOTICE" "$stage/fourfold/"
    printf '%s\n' "$version" >"$stage/fourfold/current"
    find "$stage" -type d -exec chmod 755 {} +
    find "$stage" -type f -exec chmod 644 {} +
    chmod 755 "$stage/fourfold/fourfold" "$inside/start" "$inside"/runtime/bin/*
    chmod 755 "$inside/runtime/lib/jspawnhelper" "$inside/runtime/lib/jexec" 2>/dev/null || true
    checksums "$inside"
    draft=$work/$1.new
    (cd "$stage" && tar --create --format=ustar --sort=name --mtime="$released" --owner=0 --group=0 --numeric-owner \
        fourfold | gzip --no-name -6 >"$draft")
    mv -f "$draft" "$root/target/$1"
    (cd "$root/target" && sha256sum "$1" >"$1.sha256")
    "$root/tools/package/check" "$root/target/$1"
    rm -rf "$stage"
}

# DuckDB's jar holds its library for four platforms, 20 MB each: a package is for one.
slim() (
    cd "$1"
    for jar in duckdb_jdbc-*.jar; do
        mkdir slim
        (cd slim && "$JAVA_HOME/bin/jar" --extract --file "../$jar")
        find slim -name 'libduckdb_java.so_*' ! -name 'libduckdb_java.so_linux_amd64' -delete
        (cd slim && find . -type f -printf '%P\n' | LC_ALL=C sort >../slim.list)
        (cd slim && "$JAVA_HOME/bin/jar" --create --no-manifest --date "$released" --file "../$jar" @../slim.list)
        rm -rf slim slim.list
    done
)

# Java's own part: only what is used, from the JDK's run-time image (no jmods are needed since JDK 24).
link() {
    rm -rf "$root"/target/package/runtime-*
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales=en,es --strip-debug --no-header-files \
        --no-man-pages --compress=zip-0 --output "$1.new"
    mv "$1.new" "$1"
}

# The bill of materials: what Maven resolved for this very build. Prints its path.
parts() {
    local file=$root/command/target/parts.json
    if [ ! -f "$file" ] || [ "$app/built" -nt "$file" ]; then
        maven -q -pl command -am package -Dmaven.test.skip=true -Dspotless.check.skip=true >&2
    fi
    printf '%s\n' "$file"
}

checksums() (
    cd "$1"
    find . -type f ! -path ./SHA256SUMS -printf '%P\0' | LC_ALL=C sort --zero-terminated \
        | xargs --null sha256sum >"../SHA256SUMS.new"
    mv ../SHA256SUMS.new SHA256SUMS
    chmod 644 SHA256SUMS
)
