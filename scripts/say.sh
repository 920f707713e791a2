#!/usr/bin/env bash
# How ./obox speaks: what it does and what went wrong on standard error, answers on standard output.

say() { printf '%s\n' "$*" >&2; }

# A step of longer work; on a terminal the next one takes its place.
say_step() {
  if [[ -t 2 ]]; then
    printf '\r\033[K  %s' "$*" >&2
  else
    printf '  %s\n' "$*" >&2
  fi
}

say_steps_over() { [[ ! -t 2 ]] || printf '\r\033[K' >&2; }

# fail SENTENCE: ends the command.
fail() {
  say_steps_over
  printf 'obox: %s\n' "$*" >&2
  exit 1
}
