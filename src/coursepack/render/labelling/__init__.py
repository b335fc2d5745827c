"""Where labels stand, on paper and on slides: free spots, and no two that meet. Any unit of length will do."""
