#!/bin/sh
# Makes from Debian's packages what the Dockerfile and the Compose file ask a registry for, under the same names, where no
# registry is reached. They do what the originals promise, as far as Likewire uses it. Those that are there are kept.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# make IMAGE SUITE PACKAGES [changes of docker import, one a line]; a folder named as the image is laid over it
make() {
  image=$1 suite=$2 packages=$3 changes=${4:-}
  if docker image inspect "$image" >/dev/null 2>&1; then
    return
  fi
  echo "$image: $packages of Debian $suite"
  root=$work/root
  mmdebstrap --quiet --variant=minbase --include="$packages" --aptopt='Acquire::Check-Valid-Until "false"' \
    --dpkgopt='path-include=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' "$suite" "$root" >"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
  rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/*
  name=$(echo "$image" | sed 's/[:/].*//')
  if [ -d "$here/$name" ]; then cp -R "$here/$name/." "$root/"; fi
  case $image in maven:*) cp /etc/ssl/certs/java/cacerts "$root/etc/ssl/certs/java/cacerts" ;; esac
  if [ -x "$root/prepare" ]; then
    chroot "$root" /prepare
    rm "$root/prepare"
  fi
  set --
  while read -r change; do
    [ -z "$change" ] || set -- "$@" --change "$change"
  done <<CHANGES
$changes
CHANGES
  tar -C "$root" -c . | docker import "$@" - "$image" >/dev/null
  rm -rf "$root"
}

make debian:13-slim trixie base-files 'CMD ["bash"]'
make mysql:8.4 sid mysql-server-core,mysql-client-core 'ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["mysqld"]
VOLUME /var/lib/mysql'
make rabbitmq:4 trixie rabbitmq-server 'ENV PATH=/usr/lib/rabbitmq/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ENV HOME=/var/lib/rabbitmq RABBITMQ_LOGS=-
CMD ["rabbitmq-server"]
VOLUME /var/lib/rabbitmq'
make haproxy:3.2 trixie haproxy 'CMD ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]
USER haproxy'
make prom/prometheus:v3.5.0 trixie prometheus,busybox 'USER nobody
ENTRYPOINT ["prometheus"]'
# The only one that speaks to the world. It trusts whom this machine trusts, and ends with the build.
make maven:3.9-eclipse-temurin-17 bookworm openjdk-17-jdk-headless,maven,ca-certificates-java \
  'ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64'
