"""The Write screen: the whole sequence as one manuscript."""
