"""The ways to lay out a map: the network by its ties, the thread, the stakeholder grids and the circle."""
