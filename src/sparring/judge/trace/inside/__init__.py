"""The recorder: a package that goes into the interpreter as files of the job, and needs nothing but the standard library there."""
