"""What a careful editor and strategist would notice: data in, findings out."""
