"""Speed and memory of pmtui, as ratios against a floor or a peer measured in the same run."""
