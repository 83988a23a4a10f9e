#!/bin/sh
# Makes the films of the demo service: dusk over water, lanterns rising, and a clock.
# Needs ffmpeg with libx264 and drawtext, and the font DejaVu Sans Mono. Takes some minutes.
#
#   make-clips.sh [FOLDER [NAME...]]      for instance: make-clips.sh /tmp/clips 1280x720-8s
#
# The scene is computed once for each shape, small, and scaled up: it is smooth, and so it compresses well. Clock and
# bar are drawn at full size. All is a function of the time alone: the same ffmpeg makes the same films.
set -eu

folder=${1:-$(dirname "$0")}
[ $# -gt 0 ] && shift
if [ $# -eq 0 ]; then
  for size in 1280x720 720x1280 1920x1080 1080x1920 3840x2160 2160x3840; do
    for length in 4 6 8 12; do set -- "$@" "$size-${length}s"; done
  done
fi

frames_per_second=24
longest=12
scenes=$(mktemp -d)
trap 'rm -rf "$scenes"' EXIT

# lantern X START SPEED RADIUS: its light at a place, 0 to 1. X and START are parts of the picture's width and height,
# SPEED is parts of the height a second, RADIUS is a part of the shorter side.
lantern() {
  echo "exp(-(pow((X/W-$1-0.012*sin(0.9*T+40*$1))*W/min(W,H),2)+pow((Y/H-$2+$3*T)*H/min(W,H),2))/($4*$4))"
}

# channel TOP HORIZON SUN GLOW LANTERN: one colour channel, 0 to 255, of sky and mirror, sun, its glow, and lanterns.
channel() {
  ripple="0.03*sin(46*(Y/H-0.62)/(0.35+(Y/H-0.62))+2.2*T)*sin(9*X/W+1.1*T)"
  # How far down the sky this place is, or the place that it mirrors.
  depth="if(lt(Y/H,0.62),Y/H/0.62,1-1.35*(Y/H-0.62)+$ripple)"
  across="(X/W-0.30-0.40*T/$longest)*W/min(W,H)"
  down="(if(lt(Y/H,0.62),Y/H,1.24-Y/H+1.5*$ripple)-0.34-0.10*T/$longest)*H/min(W,H)"
  dim="if(lt(Y/H,0.62),1,0.72)"
  lanterns="$(lantern 0.12 0.72 0.020 0.022)+$(lantern 0.25 0.90 0.034 0.014)+$(lantern 0.66 0.80 0.028 0.019)"
  lanterns="$lanterns+$(lantern 0.84 0.66 0.016 0.025)+$(lantern 0.93 0.95 0.040 0.012)"
  sky="($1+($2-$1)*pow(clip($depth,0,1),2.1))"
  sun="$3*clip((0.105-hypot($across,$down))*45,0,1)+$4*exp(-4.5*hypot($across,$down))"
  echo "clip($dim*($sky+$sun)+$5*($lanterns),0,255)"
}

# scene SHAPE SIZE: the moving picture without clock, of the longest length, kept without loss.
scene() {
  [ -e "$scenes/$1.mkv" ] && return
  ffmpeg -hide_banner -loglevel error -nostdin -y -filter_complex "
    color=c=black:s=$2:r=$frames_per_second:d=$longest,format=gbrp,
    geq=r='$(channel 20 236 150 90 255)':g='$(channel 24 112 120 56 168)':b='$(channel 66 92 60 10 70)'" \
    -c:v ffv1 "$scenes/$1.mkv"
}

for name in "$@"; do
  size=${name%-*}
  length=${name##*-}
  length=${length%s}
  width=${size%x*}
  height=${size#*x}
  if [ "$width" -gt "$height" ]; then
    shape=landscape unit=$height
    scene "$shape" 256x144
  else
    shape=portrait unit=$width
    scene "$shape" 144x256
  fi

  # The larger the picture, the coarser it may be for the same look.
  case $unit in 720) quality=28 ;; 1080) quality=31 ;; *) quality=36 ;; esac

  font="font=DejaVu Sans Mono:fontcolor=white:shadowcolor=0x201030@0.55"
  place="x=(w-tw)/2:y=h"
  minutes="%{eif\\:floor(t/60)\\:d\\:2}"
  seconds="%{eif\\:mod(floor(t)\\,60)\\:d\\:2}"
  tenths="%{eif\\:mod(floor(t*10+0.001)\\,10)\\:d}"
  clock="drawtext=$font:shadowx=$((unit / 180)):shadowy=$((unit / 180)):fontsize=$((unit / 7))"
  clock="$clock:$place*0.80-th/2:text='$minutes\\:$seconds.$tenths'"
  label="drawtext=$font:shadowx=$((unit / 720)):shadowy=$((unit / 720)):fontsize=$((unit / 28))"
  label="$label:$place*0.91-th/2:text='Dailies demo   $width × $height   $length s'"
  bar="color=c=0xffb060:s=${width}x$((unit / 90 / 2 * 2)):r=$frames_per_second:d=$length"

  # 4, 8 and 12 s are whole numbers of AAC frames (1024 samples) at this rate.
  ffmpeg -hide_banner -loglevel error -nostdin -y -i "$scenes/$shape.mkv" -filter_complex "
    [0:v]trim=duration=$length,scale=$size:flags=bicubic,format=yuv420p,$clock,$label[scene];
    $bar,format=yuv420p[bar];
    [scene][bar]overlay=x='-w+w*(t+1/$frames_per_second)/$length':y=H-h:eval=frame,format=yuv420p[film];
    aevalsrc='0.05*(sin(220*PI*2*t)+sin(330*PI*2*t)*0.6+sin(440*PI*2*t)*0.3*(0.6+0.4*sin(3*t)))
      +0.10*sin(880*PI*2*t)*exp(-40*mod(t,1))':s=32000:d=$length,
    afade=t=in:d=0.4,afade=t=out:st=$((length - 1)):d=1[sound]" \
    -map '[film]' -map '[sound]' -t "$length" \
    -c:v libx264 -preset medium -tune animation -crf "$quality" -g $((frames_per_second * 4)) \
    -c:a aac -b:a 24k -ac 1 -movflags +faststart -map_metadata -1 \
    -fflags +bitexact -flags:v +bitexact -flags:a +bitexact "$folder/$name.mp4"
  echo "$name.mp4 $(wc -c <"$folder/$name.mp4")"
done
