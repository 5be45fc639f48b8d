"""Benchmarks: figures as ratios to something measured in the same run, so that they hold on any machine."""
