"""The brand of a client: voice, colours, type, senders, facts and pictures, with both e-mail themes beside them."""
