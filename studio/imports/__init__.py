"""What comes in from elsewhere: products of a client's shop, carts, and flows of services, as nouns of the model."""
