# shellcheck shell=sh
# What ./mvnw and ./hansom share: it finds a JDK and a Maven new enough, or says what to install.

java_wanted=25
maven_wanted=3.10.0
unpack=org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack
cache="${XDG_CACHE_HOME:-$HOME/.cache}/hansom"

say() {
    printf '%s\n' "$*" >&2
}

# Prints the feature version of the JDK in a folder, or 0 when it holds none.
java_level() {
    level=
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        level=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    echo "${level:-0}"
}

# Prints the home of the `java` on the path.
java_on_path() {
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Sets and exports JAVA_HOME to the first of these folders that holds a JDK new enough.
choose_java() {
    for home; do
        if [ -n "$home" ] && [ "$(java_level "$home")" -ge "$java_wanted" ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return
        fi
    done
    return 1
}

# Sets and exports JAVA_HOME, or says what to install and stops.
find_java() {
    choose_java "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home && return
    choose_java "$(java_on_path)" && return
    say "A JDK, version $java_wanted or newer, is missing (looked at JAVA_HOME, the usual folders and the path)."
    say "Install one and try again, for example with one of"
    say "    apt-get install openjdk-$java_wanted-jdk"
    say "    dnf install java-$java_wanted-openjdk-devel"
    say "    brew install openjdk@$java_wanted"
    say "    sdk install java $java_wanted-tem"
    say "or set JAVA_HOME to where it is."
    exit 1
}

# Sets `maven` to the command to run: the installed one if it is 3.9 or newer, else one fetched with it.
find_maven() {
    maven="$cache/apache-maven-$maven_wanted/bin/mvn"
    if [ -x "$maven" ]; then
        return
    fi
    installed=$(command -v mvn) || {
        say "Maven is missing. Install it and try again, for example with one of"
        say "    apt-get install maven"
        say "    dnf install maven"
        say "    brew install maven"
        exit 1
    }
    case $("$installed" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') in
        3.9.* | 3.[1-9][0-9]* | [4-9].*) maven=$installed ;;
        *) fetch_maven || maven=$installed ;;
    esac
}

# Fetches Maven by its coordinates, beside its place and then renamed, so that nobody sees half of it.
fetch_maven() {
    say "fetching Maven $maven_wanted (once)…"
    part="$cache/part.$$"
    mkdir -p "$part" || return 1
    (cd "$part" && "$installed" -q -B "$unpack" "-DoutputDirectory=$part" \
        "-Dartifact=org.apache.maven:apache-maven:$maven_wanted:zip:bin") >"$part/log" 2>&1 || {
        say "Maven $maven_wanted could not be fetched; going on with the installed one."
        rm -rf "$part"
        return 1
    }
    if [ ! -d "$cache/apache-maven-$maven_wanted" ]; then
        mv "$part/apache-maven-$maven_wanted" "$cache/"
    fi
    rm -rf "$part"
}
