"""What every audience sees alike: page frame, components, forms, words."""
