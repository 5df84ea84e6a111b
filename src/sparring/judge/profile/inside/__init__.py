"""The profiler: a file of the job that measures, needing nothing but the standard library there."""
