"""The parts of an import: merging with what was changed here, writing, telling."""
