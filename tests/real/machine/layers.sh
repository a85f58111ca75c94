# shellcheck shell=sh
# $1 an empty folder, $2 the checkout, $3 the name of the folder in each hierarchy of cgroups; in namespaces of its own.
set -eu
mount -t tmpfs tmpfs "$1"
cd "$1"
mkdir top work root
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/top,workdir=$1/work" root

mount -t proc proc root/proc
mount --bind root/proc/sys root/proc/sys
mount -o remount,bind,ro root/proc/sys
mount -t sysfs -o ro sysfs root/sys
groups=root/sys/fs/cgroup
if [ -e "/sys/fs/cgroup/$3/cgroup.procs" ]; then
    mount -t cgroup2 cgroup2 "$groups"
else
    mount -t tmpfs tmpfs "$groups"
    for one in systemd unified memory pids devices freezer blkio; do
        [ -e "/sys/fs/cgroup/$one/$3" ] || continue
        mkdir "$groups/$one"
        case $one in
        unified) mount -t cgroup2 cgroup2 "$groups/$one" ;;
        systemd) mount -t cgroup -o none,name=systemd cgroup "$groups/$one" ;;
        *) mount -t cgroup -o "$one" cgroup "$groups/$one" ;;
        esac
    done
fi

mount -t tmpfs -o mode=755 tmpfs root/dev
for one in null zero full random urandom tty tty0 tty1 vcs1 console; do
    [ ! -e "/dev/$one" ] || cp -a "/dev/$one" root/dev
done
mkdir root/dev/pts root/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts root/dev/pts
ln -s pts/ptmx root/dev/ptmx
ln -s /proc/self/fd root/dev/fd

for one in tmp var/tmp; do mount -t tmpfs -o mode=1777 tmpfs "root/$one"; done
mount -t tmpfs -o mode=755 tmpfs root/run
mkdir root/run/top root/run/checkout root/run/old
mount --bind top root/run/top
mount --bind "$2" root/run/checkout
cd root
pivot_root . run/old
umount -l /run/old

echo ready
read -r _
mkdir -p /run/systemd/system
for one in sysinit basic shutdown getty multi-user; do
    printf '[Unit]\nDefaultDependencies=no\n' >"/run/systemd/system/$one.target"
done
exec env -i container=test PATH="$PATH" SYSTEMD_UNIT_PATH=/etc/systemd/system:/run/systemd/system \
    /lib/systemd/systemd --unit=basic.target --log-target=null --show-status=no
